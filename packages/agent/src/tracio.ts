import { chosen } from './chosen.ts'
import { delegatedWork } from './delegated-work.ts'
import type { Global } from './global.ts'
import { initWith } from './init.ts'
import type { TracioInstance } from './instance.ts'
import type { ScriptPage } from './load-script.ts'
import type { TracioOptions } from './options.ts'
import { sources } from './sources/index.ts'
import { watchers } from './sources/watchers.ts'
import { ownWork } from './work.ts'

/** The instance of this page: a new one, or the one that lives already when it has the same public key. */
function init(options: TracioOptions): TracioInstance {
  const g: Global = globalThis
  const page: ScriptPage = globalThis
  return initWith(
    {
      g,
      atHome: {},
      place: globalThis,
      work: (settings, { scriptUrl }, log) =>
        scriptUrl
          ? delegatedWork({ g, page, scriptUrl, settings, options, log })
          : ownWork({ ...settings, g, ...chosen({ sources, watchers }, settings.without), log }),
    },
    options,
  )
}

/** The way in. */
export const Tracio = { init }
