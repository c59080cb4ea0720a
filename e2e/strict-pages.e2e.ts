import { currentSignalNames, type EpochMs, type WorkspaceId } from '@tracio/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, Mode, TestBrowser } from './browsers/test-browser.ts'
import { strictPages } from './strict-pages.ts'
import { type StrictSite, serveStrictSite } from './strict-site.ts'
import { openDirectory } from './tracio-directory.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

/** A key whose answers show every reading. */
const KEY = 'tracio_pk_strict'

/** Gaps that say that we, and not the page, are at fault. */
const FAULTS = ['error', 'invalid', 'timeout']

/**
 * What browsers say by themselves: Firefox asks for an icon that the strictest policy forbids, plain HTTP cannot keep the cookie
 * there, and a policy that forbids workers is told of, which nobody can know before trying (November 2026).
 */
const ITS_OWN = /favicon\.ico|Cookie “_tcid” has been rejected|Creating a worker from 'blob:|blocked a worker script/

/** One signal of an answer. */
interface Shown {
  readonly name: string
  readonly gap?: string
}

const engines: readonly (readonly [Engine, Mode])[] = [
  ['chromium', 'headful'],
  ['firefox', 'headful'],
  ['webkit', 'headful'],
]

let tracio: TracioServer
let site: StrictSite
beforeAll(async () => {
  tracio = await startTracio()
  const behind = openDirectory(tracio)
  const workspaceId = tracio.workspaceId as WorkspaceId
  const key = { key: KEY, workspaceId, name: 'strict', environment: 'live', answerLevel: 'full' } as const
  await behind.directory.addPublicKey({ ...key, origins: [], privacyControl: 'report' }, Date.now() as EpochMs)
  behind.close()
  site = await serveStrictSite(strictPages(KEY), tracio.url)
})
afterAll(async () => {
  await site?.close()
  await tracio?.dispose()
})

describe.each(engines)('%s', (engine, mode) => {
  describe.skipIf(!canLaunch(engine, mode))('as it is installed', () => {
    let display: Display
    let browser: TestBrowser
    beforeAll(async () => {
      display = await startDisplay()
      browser = await launchBrowser(engine, { mode, display: display.name, proxy: site.proxy })
    })
    afterAll(async () => {
      await browser?.close()
      await display?.close()
    })

    it.each([
      ['the strictest policy', '/csp'],
      ['the strictest policy and a sandbox', '/csp-sandbox'],
      ['a sandboxed frame', '/sandboxed'],
      ['plain HTTP on a name', 'http://shop.example.test/plain'],
      ['no WebCrypto', '/no-crypto'],
      ['no workers', '/no-workers'],
      ['denied permissions', '/denied'],
      ['junk on prototypes', '/junk'],
      ['frozen prototypes', '/frozen'],
    ])('answers under %s, with named gaps and in silence', async (_what, path) => {
      const before = browser.said?.length ?? 0
      await browser.open(path.startsWith('/') ? site.url + path : path)
      // The page keeps what the agent answers.
      const result = (await browser.evaluate('report')) as { readonly signals?: readonly Shown[] }
      expect(result).toMatchObject({ visitorId: expect.stringMatching(/^[0-9a-zA-Z]{16}$/) })
      expect(result.signals?.map(({ name }) => name)).toEqual(currentSignalNames)
      expect(result.signals?.filter(({ gap = '' }) => FAULTS.includes(gap))).toEqual([])
      const said = browser.said?.slice(before) ?? []
      expect(said.filter((line) => !ITS_OWN.test(line))).toEqual([])
    })
  })
})

it.skipIf(!canLaunch('firefox', 'headful'))('answers in Firefox where the settings forbid all storage', async () => {
  const display = await startDisplay()
  const browser = await launchBrowser('firefox', { mode: 'headful', display: display.name, storage: 'blocked' })
  await browser.open(`${site.url}/plain`)
  // The page keeps what the agent answers.
  const result = (await browser.evaluate('report')) as { readonly signals?: readonly Shown[] }
  expect(result).toMatchObject({ visitorId: expect.any(String) })
  expect(result.signals?.filter(({ gap = '' }) => FAULTS.includes(gap))).toEqual([])
  expect(result.signals?.find(({ name }) => name === 'storage')).toMatchObject({ value: { cookies: false } })
  expect(browser.said).toEqual([])
  await browser.close()
  await display.close()
})
