import { afterEach, describe, expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { withFrame } from './frame.ts'
import type { Global } from './global.ts'
import { run, type Sources } from './run.ts'

const never = new Promise<never>(() => undefined)

/** Timers that fire as soon as nothing else is left to do, and a clock that stands still. */
const hasty: Global = { performance: { now: () => 0 }, setTimeout: (callback) => setTimeout(callback, 0) }

it('reports values, absences and failures by wire id, with how long each took', async () => {
  let ms = 0
  const sources: Sources = {
    cores: () => {
      ms += 2.345
      return { value: 8 }
    },
    memoryGib: () => ({ absent: 'unavailable' }),
    storage: () => ({ absent: 'denied' }),
    languages: () => {
      throw new Error('odd')
    },
  }
  expect(await run(sources, { ...hasty, performance: { now: () => ms } })).toEqual({
    values: { s7: 8 },
    gaps: { s8: -1, s11: -2, s2: -3 },
    differing: {},
    timings: { s7: 2.3, s8: 0, s11: 0, s2: 0 },
  })
})

it('does not wait for a source that never answers', async () => {
  const sources: Sources = { clientHints: () => never, cores: () => ({ value: 8 }) }
  expect(await run(sources, hasty)).toMatchObject({ values: { s7: 8 }, gaps: { s58: -4 } })
})

it('gives each source its own time', async () => {
  const waits: number[] = []
  const g: Global = {
    setTimeout: (callback, ms) => {
      waits.push(ms)
      return setTimeout(callback, 0)
    },
  }
  await run({ audio: () => never, clientHints: () => never }, g)
  expect(waits).toEqual([500, 1000])
})

it('lets a value in that came while another source held the thread', async () => {
  const holding = (): { value: number } => {
    const until = performance.now() + 30
    while (performance.now() < until);
    return { value: 8 }
  }
  const sources: Sources = { clientHints: async () => ({ absent: 'denied' }), cores: holding }
  const g: Global = { setTimeout: (callback) => setTimeout(callback, 1) }
  expect((await run(sources, g)).gaps).toEqual({ s58: -2 })
})

it('reads noisy sources twice and shows both values', async () => {
  let reads = 0
  const image = (text: string) => ({ winding: true, geometry: 'g', text })
  const sources: Sources = {
    canvas: () => ({ value: image(`t${reads++}`) }),
    audio: async () => ({ value: { sum: 7, sampleRateHz: 44_100 } }),
  }
  expect(await run(sources, hasty)).toMatchObject({
    values: { s21: { sum: 7 } },
    gaps: { s17: -5 },
    differing: { s17: [image('t0'), image('t1')] },
  })
})

describe('when the policy of the page forbids something meanwhile', () => {
  const target = new EventTarget()
  const g: Global = {
    ...hasty,
    document: {
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    },
  }
  const violate = (): boolean => target.dispatchEvent(new Event('securitypolicyviolation'))

  it('a failure and a time-out are called blocked, a value and an absence stay', async () => {
    const sources: Sources = {
      fonts: async () => {
        violate()
        throw new Error('odd')
      },
      clientHints: () => never,
      cores: async () => ({ value: 8 }),
      memoryGib: async () => ({ absent: 'unavailable' }),
    }
    expect(await run(sources, g)).toMatchObject({ values: { s7: 8 }, gaps: { s20: -6, s58: -6, s8: -1 } })
  })

  it('a failure before that keeps its name', async () => {
    let ms = 0
    const failing = (): never => {
      throw new Error('odd')
    }
    const sources: Sources = {
      cores: () => {
        violate()
        ms += 5
        return { value: 8 }
      },
      fonts: failing,
    }
    expect((await run(sources, { ...g, performance: { now: () => ms } })).gaps).toEqual({ s20: -3 })
  })
})

describe('on a page that adds to Array.prototype', () => {
  afterEach(() => {
    for (const junk of ['each', 'toJSON']) Reflect.deleteProperty(Array.prototype, junk)
  })
  it('reads as ever', async () => {
    Object.assign(Array.prototype, { each: () => 0, toJSON: () => 'spoilt' })
    const sources: Sources = { languages: () => ({ value: ['en'] }), canvas: () => ({ absent: 'denied' }) }
    expect(await run(sources, hasty)).toMatchObject({ values: { s2: ['en'] }, gaps: { s17: -2 } })
  })
})

it('ends in the poorest of places, where there are not even timers', async () => {
  const sources: Sources = { cores: () => ({ value: 8 }), clientHints: () => never }
  expect(await run(sources, {})).toMatchObject({ values: { s7: 8 }, gaps: { s58: -4 } })
})

it('lets all sources share one frame, and leaves none behind while it waits for the slow ones', async () => {
  const { g, attached, made } = framing({})
  const framed = () => withFrame(g, () => ({ value: 8 })) ?? ({ absent: 'unavailable' } as const)
  const answer = Promise.withResolvers<{ absent: 'denied' }>()
  const running = run({ cores: framed, clientHints: () => answer.promise, memoryGib: framed }, g)
  expect([made(), attached.size]).toEqual([1, 0])
  answer.resolve({ absent: 'denied' })
  expect(await running).toMatchObject({ values: { s7: 8, s8: 8 } })
})
