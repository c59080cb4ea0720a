import { attempt } from './attempt.ts'
import { chosen } from './chosen.ts'
import { isRetryableError, isTracioError } from './errors.ts'
import type { Global } from './global.ts'
import { initWith } from './init.ts'
import type { TracioInstance } from './instance.ts'
import type { GivenOptions } from './options.ts'
import { scriptDefaults } from './script-defaults.ts'
import { sources } from './sources/index.ts'
import { watchers } from './sources/watchers.ts'
import { ownWork } from './work.ts'

/** Servers by region. The server that was configured with them puts this constant around the script. */
declare const TRACIO_REGIONS: Readonly<Record<string, string>> | undefined

/** What to call the server by where it is not `/api`, put there in the same way. */
declare const TRACIO_API: string | undefined

const g: Global = globalThis

// Read now: `currentScript` is this script only while it runs for the first time.
const { options, owned } = scriptDefaults(g)
// Where nobody put them there, to ask for them throws.
const regions = attempt(() => TRACIO_REGIONS)
const apiPath = attempt(() => TRACIO_API)

/** `Tracio.init` of the script tag, which already knows the key and the server from its own address. */
const init = (given?: GivenOptions): TracioInstance =>
  initWith(
    {
      g,
      atHome: { ...options, regions, apiPath },
      place: owned ? undefined : globalThis,
      work: (settings, _options, log) =>
        ownWork({ ...settings, g, ...chosen({ sources, watchers }, settings.without), log }),
    },
    given,
  )

Object.assign(globalThis, { Tracio: { init, isTracioError, isRetryableError } })
