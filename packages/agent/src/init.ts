import type { Global } from './global.ts'
import { createInstance, type TracioInstance } from './instance.ts'
import { liveInstance } from './live-instance.ts'
import { createLog, type Log, redacted } from './log.ts'
import { type GivenOptions, isDuration, publicKeyFrom, type Settings, settingsFrom } from './options.ts'
import type { Work } from './work.ts'

/** What `init` of the module and of the script tag differ in. */
export interface InitDeps {
  readonly g: Global
  /** What the script tag knows, which the page's own options go before. */
  readonly atHome: GivenOptions
  /** Where the live instance is kept; undefined: whoever calls keeps it. */
  readonly place: object | undefined
  readonly work: (settings: Settings, options: GivenOptions, log: Log) => Work
}

/** Checks the options and gives the page's instance. Makes no network traffic, and works without a page. */
export function initWith({ g, atHome, place, work }: InitDeps, options: GivenOptions = {}): TracioInstance {
  const make = (release: () => void): TracioInstance => {
    const log = createLog(g, options.debug)
    log('init', redacted(options))
    const settings = settingsFrom(options, atHome, g)
    if (options.timeoutMs !== undefined && !isDuration(options.timeoutMs)) {
      log(`timeoutMs is ${settings.timeoutMs}`)
    }
    return createInstance({ g, settings, log, release, work: work(settings, options, log) })
  }
  const publicKey = publicKeyFrom(options, atHome)
  // A server renders pages of many visitors, and perhaps of many keys: there, nothing is kept from one to the next.
  return place && g.document ? liveInstance(place, publicKey, make) : make(() => undefined)
}
