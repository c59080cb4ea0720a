import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { getResultIn } from './browsers/get-result-in.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, TestBrowser } from './browsers/test-browser.ts'
import { pageWithAgent, serveSite } from './customer-site.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** A machine that is busy with other tests must not decide what is skipped. */
const PATIENT = { budgetMs: 2000 }

/** Sealed, sent and stored, on a busy machine; a flush needs a worker first. */
const LATE_MS_MAX = 12_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A signal of the server's list: 0 with a value, otherwise why there is none. */
interface Listed {
  readonly name: string
  readonly status: number
  readonly value?: unknown
}

describe.each<Engine>(['chromium', 'firefox', 'webkit'])('%s', (engine) => {
  describe.skipIf(!canLaunch(engine, 'headful'))('with a window', () => {
    let display: Display
    let tracio: TracioServer
    let browser: TestBrowser
    beforeAll(async () => {
      display = await startDisplay()
      tracio = await startTracio()
      browser = await launchBrowser(engine, { mode: 'headful', display: display.name })
    })
    afterAll(async () => {
      await browser?.close()
      await tracio?.dispose()
      await display?.close()
    })

    async function listed({ requestId }: ApiBody): Promise<readonly Listed[]> {
      const path = `/api/v1/subscriptions/${tracio.workspaceId}/events/${requestId}/signals`
      // The route's schema says what it answers.
      return ((await tracio.api(path)).body['data'] as { readonly signals: readonly Listed[] }).signals
    }

    /** The result of a visit to a page that has something in its head before the agent. */
    async function visit(head: string, config: object): Promise<ApiBody> {
      const html = pageWithAgent(tracio.url, tracio.publicKey).replace('<head>', `<head>${head}`)
      const site = await serveSite(html)
      await browser.open(site.url)
      return getResultIn(browser, {}, config).finally(site.close)
    }

    const statusOf = (signals: readonly Listed[], name: string): number | undefined =>
      signals.find((signal) => signal.name === name)?.status

    it('says by its numbers what a browser lacks, and that it is no wonder', async () => {
      const signals = await listed(await visit('', PATIENT))
      const expected = engine === 'chromium' ? { clientHints: 0 } : { clientHints: -7, workerBrands: -7 }
      for (const [name, status] of Object.entries(expected))
        expect([name, statusOf(signals, name)]).toEqual([name, status])
      const hasWebgpu = await browser.evaluate('"gpu" in navigator')
      expect(statusOf(signals, 'webgpu')).toBe(hasWebgpu ? 0 : -1)
    })

    it('has the same of a worker and a frame as of the window', async () => {
      const signals = await listed(await visit('', PATIENT))
      const valueNamed = (name: string): unknown => signals.find((signal) => signal.name === name)?.value
      expect(valueNamed('workerUserAgent')).toBe(valueNamed('userAgent'))
      expect(valueNamed('workerPlatform')).toBe(valueNamed('platform'))
      const { geometry } = valueNamed('canvas') as { readonly geometry: string }
      expect([valueNamed('workerCanvas'), valueNamed('frameCanvas')]).toEqual([geometry, geometry])
    })

    it('calls late an audio that is suspended and never rendered', async () => {
      const stub = '<script>OfflineAudioContext.prototype.startRendering = () => new Promise(() => undefined)</script>'
      expect(statusOf(await listed(await visit(stub, {})), 'audio')).toBe(-4)
    })

    it('calls blocked what the policy of the page forbids, and reads the rest', async () => {
      const policy = `default-src 'none'; script-src ${tracio.url} 'unsafe-inline'; connect-src ${tracio.url}`
      const meta = `<meta http-equiv="content-security-policy" content="${policy}">`
      const signals = await listed(await visit(meta, PATIENT))
      const blocked = signals.filter(({ status }) => status === -6).map(({ name }) => name)
      expect(blocked).toEqual(expect.arrayContaining(['workerUserAgent', 'workerCores', 'workerCanvas', 'workerGpu']))
      expect(blocked.filter((name) => !name.startsWith('worker'))).toEqual([])
      expect([statusOf(signals, 'cores'), statusOf(signals, 'fonts'), statusOf(signals, 'canvas')]).not.toContain(-6)
    })

    it('leaves out the families that it is told to', async () => {
      const signals = await listed(await visit('', { ...PATIENT, without: ['tampering', 'css'] }))
      expect(statusOf(signals, 'cores')).toBe(0)
      for (const name of ['nativeFunctions', 'workerCores', 'cssSupports']) expect(statusOf(signals, name)).toBe(-8)
    })

    it('brings in the late wave how fast a file is flushed, and what there was no time for', async () => {
      const result = await visit('', { budgetMs: 1, lateAfterMs: 3000 })
      expect(statusOf(await listed(result), 'emojiBox')).toBe(-8)
      const untilMs = Date.now() + LATE_MS_MAX
      while (statusOf(await listed(result), 'emojiBox') !== 0 && Date.now() < untilMs) await pause(100)
      const signals = await listed(result)
      expect([statusOf(signals, 'emojiBox'), statusOf(signals, 'iframeWebdriver')]).toEqual([0, 0])
      expect(statusOf(signals, 'opfsFlush')).toBe(engine === 'webkit' ? -1 : 0)
      expect(await browser.evaluate(FILES)).toEqual([])
    })
  })
})

/** Names in the private file system of the origin. */
const FILES = `(async () => {
  const names = []
  if (!navigator.storage?.getDirectory) return names
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name)
  return names
})()`
