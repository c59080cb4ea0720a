/** The version of this package, stored with every event: a test holds it to `package.json`. */
export const ENGINE_VERSION = '0.3.0'
