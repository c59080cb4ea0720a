import type { Global } from './global.ts'
import { type Inner, type LoadedScript, loadScript, type ScriptPage } from './load-script.ts'
import type { Log } from './log.ts'
import type { GivenOptions, Settings } from './options.ts'
import type { Work } from './work.ts'

/** What handing the work to a loaded script takes. */
export interface DelegatedDeps {
  readonly g: Global
  readonly page: ScriptPage
  readonly scriptUrl: string
  readonly settings: Settings
  readonly options: GivenOptions
  readonly log: Log
}

/** The work of a script that is loaded at the first call, once, and again only after it failed. */
export function delegatedWork({ g, page, scriptUrl, settings, options, log }: DelegatedDeps): Work {
  const { publicKey, timeoutMs } = settings
  let script: LoadedScript | undefined
  let loading: Promise<Inner> | undefined
  let inner: Inner | undefined
  let consent = true

  const end = (): void => {
    inner?.destroy()
    script?.remove()
    inner = undefined
    loading = undefined
  }

  async function load(): Promise<Inner> {
    log('loads', scriptUrl)
    script = loadScript(g, page, { url: scriptUrl, publicKey, timeoutMs })
    const installed = await script.installed
    // Consent may have been taken back while the script loaded; and one that is to load another script looks for no server.
    inner = installed.init({ ...options, scriptUrl: undefined, publicKey, timeoutMs, consent })
    return inner
  }

  const instance = (): Promise<Inner> => {
    loading ??= load().catch((error: unknown) => {
      end()
      throw error
    })
    return loading
  }

  return {
    identify: async (call) => (await instance()).getResult(call),
    collect: async (call) => (await instance()).collect(call),
    consent(given) {
      consent = given
      inner?.consent(given)
    },
    late() {
      if (inner) return 'timeout'
      end()
      return 'blocked'
    },
    end,
  }
}
