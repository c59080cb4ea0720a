/** What is measured on the bench's page: a script, and how a page asks it. */
export interface Contestant {
  /** Also the path of its page. */
  readonly name: 'ours' | 'peers'
  /** An async function in the page, as text. */
  readonly run: string
}

/** The agent, as a customer's page asks it. */
export const ours: Contestant = {
  name: 'ours',
  run: 'async () => Tracio.init().getResult({ extendedResult: true })',
}

/**
 * FingerprintJS and then BotD, with the defaults of their packages; only their usage reports, which are sent to their
 * makers now and then, are off.
 */
export const peers: Contestant = {
  name: 'peers',
  run: `async () => {
    const { visitorId } = await (await Peers.loadFingerprint({ monitoring: false })).get()
    return { visitorId, bot: (await Peers.loadBotd({ monitoring: false })).detect() }
  }`,
}
