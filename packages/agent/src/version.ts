/** Version of this package, sent with every payload. A test holds it to package.json. */
export const AGENT_VERSION = '0.3.0'
