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

/**
 * Makes offline audio start only when the page allows it, and stay suspended until then, as it does in iOS. No engine that runs
 * here suspends it for want of a touch (November 2026), so the refusal is put in front of it;
 * the context and its state are the browser's own.
 */
const suspended = (mayStart: string): string => `<script>{
  const { prototype } = OfflineAudioContext
  const { startRendering } = prototype
  prototype.startRendering = function () {
    return (${mayStart})() ? startRendering.call(this) : new Promise(() => undefined)
  }
}</script>`

/** A policy that lets the agent and the scripts of this page run, and says this of the rest. */
const policy = (tracioUrl: string, directives: string): string =>
  `<meta http-equiv="content-security-policy" content="script-src ${tracioUrl} 'unsafe-inline'; ${directives}">`

/** A page that does, all the time, what its own policy forbids, and notes what it was told. */
const VIOLATE = `<script>
  globalThis.violated = []
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.push(effectiveDirective))
  globalThis.violating = setInterval(() => {
    new Image().src = '/forbidden.png'
    fetch('/forbidden').catch(() => undefined)
    if (!document.body) return
    const frame = document.createElement('iframe')
    frame.src = '/forbidden'
    document.body.append(frame)
    frame.remove()
  }, 20)
</script>`

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

    /** What is listed when that has come, or when it is too late for it. */
    async function listedWhen(result: ApiBody, come: (signals: readonly Listed[]) => boolean) {
      const untilMs = Date.now() + LATE_MS_MAX
      for (;;) {
        const signals = await listed(result)
        if (come(signals) || Date.now() > untilMs) return signals
        await pause(100)
      }
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

    it('finds the same fonts with a worker and without', async () => {
      const fontsOf = async (html: string): Promise<unknown> =>
        (await listed(await visit(html, PATIENT))).find(({ name }) => name === 'fonts')?.value
      const found = await fontsOf('')
      expect(found).toEqual(expect.arrayContaining([expect.any(String)]))
      expect(await fontsOf(policy(tracio.url, "worker-src 'none'"))).toEqual(found)
    })

    it('calls late an audio that is suspended and never rendered', async () => {
      const stub = suspended('() => false')
      expect(statusOf(await listed(await visit(stub, {})), 'audio')).toBe(-4)
    })

    it('brings in the late wave the audio of a context that was suspended for longer than it waits', async () => {
      const result = await visit(suspended('() => globalThis.mayRender'), { lateAfterMs: 2000 })
      expect(statusOf(await listed(result), 'audio')).toBe(-4)
      await browser.evaluate('globalThis.mayRender = true')
      const signals = await listedWhen(result, (now) => statusOf(now, 'audio') !== -4)
      expect(signals.find(({ name }) => name === 'audio')).toMatchObject({
        status: 0,
        value: { sum: expect.any(Number) },
      })
    })

    it.each([
      ['everything that it does not need', "default-src 'none'; connect-src *"],
      ['workers alone', "worker-src 'none'"],
      ['workers and frames', "child-src 'none'; frame-src 'none'"],
    ])(
      'calls a worker blocked where the policy of the page forbids %s, and reads the rest',
      async (_what, directives) => {
        const signals = await listed(await visit(policy(tracio.url, directives), PATIENT))
        const blocked = signals.filter(({ status }) => status === -6).map(({ name }) => name)
        expect(blocked).toEqual(expect.arrayContaining(['workerUserAgent', 'workerCores', 'workerCanvas', 'workerGpu']))
        expect(blocked.filter((name) => !name.startsWith('worker'))).toEqual([])
        for (const name of ['cores', 'fonts', 'canvas', 'frameCanvas', 'nativeFunctions'])
          expect([name, statusOf(signals, name)]).not.toEqual([name, -6])
        for (const name of ['iframeWebdriver', 'systemColors'])
          expect([name, statusOf(signals, name)]).toEqual([name, 0])
      },
    )

    it('reads all in spite of a policy against frames, images and connections, and is not blamed for what the page does', async () => {
      const forbidden = `frame-src 'none'; img-src 'none'; connect-src ${tracio.url}; worker-src blob:`
      const result = await visit(policy(tracio.url, forbidden) + VIOLATE + suspended('() => false'), PATIENT)
      expect(await browser.evaluate('clearInterval(violating), violated')).toEqual(
        expect.arrayContaining(['connect-src', 'frame-src', 'img-src']),
      )
      const signals = await listed(result)
      expect(signals.filter(({ status }) => status === -6)).toEqual([])
      expect(statusOf(signals, 'audio')).toBe(-4)
      for (const name of ['iframeWebdriver', 'workerUserAgent'])
        expect([name, statusOf(signals, name)]).toEqual([name, 0])
    })

    it('tells the page that it is cut off where the policy forbids its connection', async () => {
      const html = policy(tracio.url, "connect-src 'none'")
      expect(await visit(html, PATIENT)).toMatchObject({ code: 'network' })
    })

    it('leaves out the families that it is told to', async () => {
      const signals = await listed(await visit('', { ...PATIENT, without: ['tampering', 'css'] }))
      expect(statusOf(signals, 'cores')).toBe(0)
      for (const name of ['nativeFunctions', 'workerCores', 'cssSupports']) expect(statusOf(signals, name)).toBe(-8)
    })

    it('brings in the late wave how fast a file is flushed, and what there was no time for', async () => {
      const result = await visit('', { budgetMs: 1, lateAfterMs: 3000 })
      expect(statusOf(await listed(result), 'emojiBox')).toBe(-8)
      const signals = await listedWhen(result, (now) => statusOf(now, 'emojiBox') === 0)
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
