import { describe, expect, it } from 'vitest'
import type { Global, OfflineAudioLike, RenderedLike } from '../global.ts'
import { audio } from './audio.ts'

/** What one call to start comes to, by how many there were before. */
type Starting = (render: () => RenderedLike, earlier: number) => Promise<RenderedLike>

const atOnce: Starting = async (render) => render()

/** A stack that plays a constant: silence before the window, then alternating signs. */
const playing = (loudness: number, starting: Starting = atOnce): Global => ({
  OfflineAudioContext: class implements OfflineAudioLike {
    readonly destination = {}
    readonly #frames: number
    #starts = 0
    state = 'suspended'
    constructor(_channels: number, frames: number, _rateHz: number) {
      this.#frames = frames
    }
    createOscillator() {
      return { type: 'sine', frequency: { value: 440 }, start: () => undefined, connect: () => undefined }
    }
    createDynamicsCompressor() {
      const param = () => ({ value: 0 })
      const [threshold, knee, ratio, attack, release] = [param(), param(), param(), param(), param()]
      return { threshold, knee, ratio, attack, release, connect: () => undefined }
    }
    startRendering() {
      const samples = Float32Array.from({ length: this.#frames }, (_, i) =>
        i < 4800 ? 9 : i % 2 ? loudness : -loudness,
      )
      const render = (): RenderedLike => {
        this.state = 'running'
        return { sampleRate: 44_100, getChannelData: () => samples }
      }
      return starting(render, this.#starts++)
    }
  },
})

it.each<[string, Global, unknown]>([
  [
    'sums loudness, whatever the sign, inside the window only',
    playing(0.5),
    { value: { sum: 600, sampleRateHz: 44_100 } },
  ],
  ['a stack that plays silence', playing(0), { value: { sum: 0, sampleRateHz: 44_100 } }],
  ['no offline audio', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await audio(g)).toEqual(expected)
})

describe('a context that stays suspended', () => {
  const never = new Promise<never>(() => undefined)
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

  /** Timers that fire when the clock is set forward. */
  function clock() {
    let ms = 0
    let timers: { readonly atMs: number; readonly callback: () => void }[] = []
    const g: Global = {
      performance: { now: () => ms },
      setTimeout: (callback, afterMs) => timers.push({ atMs: ms + afterMs, callback }),
    }
    /** To this time, with turns for what waits in between. */
    async function goTo(untilMs: number): Promise<void> {
      for (; ms < untilMs; await settled()) {
        ms += 100
        const due = timers.filter(({ atMs }) => atMs <= ms)
        timers = timers.filter(({ atMs }) => atMs > ms)
        for (const { callback } of due) callback()
      }
    }
    return { g, goTo, waiting: () => timers.length }
  }

  it('is asked again, and read when it starts at last', async () => {
    const { g, goTo } = clock()
    const sample = audio({ ...g, ...playing(0.5, async (render, earlier) => (earlier < 4 ? never : render())) })
    await goTo(1900)
    expect(await Promise.race([sample, 'nothing yet'])).toBe('nothing yet')
    await goTo(2000)
    expect(await sample).toEqual({ value: { sum: 600, sampleRateHz: 44_100 } })
  })

  it('is given up after five seconds', async () => {
    const { g, goTo, waiting } = clock()
    const starts: number[] = []
    const stub = playing(0.5, (_render, earlier) => {
      starts.push(earlier)
      return never
    })
    const sample = audio({ ...g, ...stub })
    await goTo(10_000)
    expect([starts.length, waiting()]).toEqual([10, 0])
    expect(await Promise.race([sample, 'nothing'])).toBe('nothing')
  })

  it('may refuse a second start, and is read by the first', async () => {
    const { g, goTo } = clock()
    const first = Promise.withResolvers<RenderedLike>()
    let finish = (): void => undefined
    const stub = playing(0.5, (render, earlier) => {
      if (earlier > 0) return Promise.reject(new Error('has started'))
      finish = () => first.resolve(render())
      return first.promise
    })
    const sample = audio({ ...g, ...stub })
    await goTo(1000)
    finish()
    expect(await sample).toEqual({ value: { sum: 600, sampleRateHz: 44_100 } })
  })

  it('is asked once where there are no timers', async () => {
    const starts: number[] = []
    const stub = playing(0.5, (_render, earlier) => {
      starts.push(earlier)
      return never
    })
    expect(await Promise.race([audio(stub), settled().then(() => 'nothing')])).toBe('nothing')
    expect(starts).toEqual([0])
  })
})

it('is not asked again when it runs, however slow it is', async () => {
  const starts: number[] = []
  const slow = playing(0.5, async (render, earlier) => {
    starts.push(earlier)
    const rendered = render()
    return new Promise((resolve) => setTimeout(() => resolve(rendered), 20))
  })
  // Every time-out is over at once.
  const hasty: Global = { setTimeout: (callback) => setTimeout(callback, 0) }
  expect(await audio({ ...hasty, ...slow })).toEqual({ value: { sum: 600, sampleRateHz: 44_100 } })
  expect(starts).toEqual([0])
})

it('fails when the first start is refused', async () => {
  await expect(audio(playing(0.5, () => Promise.reject(new Error('no'))))).rejects.toThrow('no')
})
