import { afterEach, describe, expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { withFrame } from './frame.ts'
import type { Global } from './global.ts'
import { type Run, type Running, run, type Sources } from './run.ts'

const never = new Promise<never>(() => undefined)

const BUDGET_MS = 300

const start = (sources: Sources, g: Global): Running => run(sources, g, BUDGET_MS)
const primary = (sources: Sources, g: Global): Promise<Run> => start(sources, g).primary

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
  expect(await primary(sources, { ...hasty, performance: { now: () => ms } })).toEqual({
    values: { s7: 8 },
    gaps: { s8: -1, s11: -2, s2: -3 },
    differing: {},
    timings: { s7: 2.3, s8: 0, s11: 0, s2: 0 },
  })
})

it('does not wait for a source that never answers', async () => {
  const sources: Sources = { clientHints: () => never, cores: () => ({ value: 8 }) }
  expect(await primary(sources, hasty)).toMatchObject({ values: { s7: 8 }, gaps: { s58: -8 } })
})

it('lets a value in that came while another source held the thread', async () => {
  const holding = (): { value: number } => {
    const until = performance.now() + 30
    while (performance.now() < until);
    return { value: 8 }
  }
  const sources: Sources = { clientHints: async () => ({ absent: 'denied' }), cores: holding }
  const g: Global = { setTimeout: (callback) => setTimeout(callback, 1) }
  expect((await primary(sources, g)).gaps).toEqual({ s58: -2 })
})

it('reads noisy sources twice and shows both values', async () => {
  let reads = 0
  const image = (text: string) => ({ winding: true, geometry: 'g', text })
  const sources: Sources = {
    canvas: () => ({ value: image(`t${reads++}`) }),
    audio: async () => ({ value: { sum: 7, sampleRateHz: 44_100 } }),
  }
  expect(await primary(sources, hasty)).toMatchObject({
    values: { s21: { sum: 7 } },
    gaps: { s17: -5 },
    differing: { s17: [image('t0'), image('t1')] },
  })
})

it('lets what stands alone end before the next one starts', async () => {
  const order: string[] = []
  const sources: Sources = {
    fonts: async () => {
      order.push('fonts begin')
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push('fonts end')
      return { value: [] }
    },
    emojiBox: () => {
      order.push('the next')
      return { absent: 'unavailable' }
    },
  }
  await primary(sources, { ...hasty, setTimeout: (callback, ms) => setTimeout(callback, ms) })
  expect(order).toEqual(['fonts begin', 'fonts end', 'the next'])
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
  const violate = (effectiveDirective: string): boolean =>
    target.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective }))

  it('a failure and a time-out of a worker are called blocked, a value and an absence stay', async () => {
    const sources: Sources = {
      workerUserAgent: async () => {
        violate('worker-src')
        throw new Error('odd')
      },
      workerPlatform: () => never,
      workerCores: async () => ({ value: 8 }),
      workerMemory: async () => ({ absent: 'unavailable' }),
    }
    expect(await primary(sources, g)).toMatchObject({
      values: { s233: 8 },
      gaps: { s230: -6, s231: -6, s234: -1 },
    })
  })

  it('what needs no worker keeps the name of its failure', async () => {
    const sources: Sources = {
      fonts: () => {
        violate('worker-src')
        throw new Error('odd')
      },
    }
    expect((await primary(sources, g)).gaps).toEqual({ s20: -3 })
  })

  it('a failure keeps its name when something else was forbidden', async () => {
    const sources: Sources = {
      workerUserAgent: () => {
        violate('img-src')
        throw new Error('odd')
      },
    }
    expect((await primary(sources, g)).gaps).toEqual({ s230: -3 })
  })
})

describe('on a page that adds to Array.prototype', () => {
  afterEach(() => {
    for (const junk of ['each', 'toJSON']) Reflect.deleteProperty(Array.prototype, junk)
  })
  it('reads as ever', async () => {
    Object.assign(Array.prototype, { each: () => 0, toJSON: () => 'spoilt' })
    const sources: Sources = { languages: () => ({ value: ['en'] }), canvas: () => ({ absent: 'denied' }) }
    expect(await primary(sources, hasty)).toMatchObject({ values: { s2: ['en'] }, gaps: { s17: -2 } })
  })
})

it('ends in the poorest of places, where there are not even timers', async () => {
  const sources: Sources = { cores: () => ({ value: 8 }), clientHints: () => never }
  expect(await primary(sources, {})).toMatchObject({ values: { s7: 8 }, gaps: { s58: -8 } })
})

it('lets all sources share one frame, and leaves none behind while it waits for the slow ones', async () => {
  const { g, attached, made } = framing({})
  const framed = () => withFrame(g, () => ({ value: 8 })) ?? ({ absent: 'unavailable' } as const)
  const answer = Promise.withResolvers<{ absent: 'denied' }>()
  const running = primary({ cores: framed, clientHints: () => answer.promise, memoryGib: framed }, g)
  expect([made(), attached.size]).toEqual([1, 0])
  answer.resolve({ absent: 'denied' })
  expect(await running).toMatchObject({ values: { s7: 8, s8: 8 } })
})

describe('within its budget', () => {
  /** A page whose time passes as sources say, and whose timers fire when nothing else is left to do. */
  function busy(): { readonly g: Global; pass(ms: number): void; readonly waits: number[] } {
    let ms = 0
    const waits: number[] = []
    const g: Global = {
      performance: { now: () => ms },
      setTimeout: (callback, wait) => {
        waits.push(wait)
        return setTimeout(callback, 0)
      },
    }
    return { g, waits, pass: (passed) => (ms += passed) }
  }
  const value = { value: 8 }

  it('starts nothing more after it, and what it skipped when the page has its result', async () => {
    const { g, pass } = busy()
    const slow = () => {
      pass(49)
      return value
    }
    const names = ['cores', 'memoryGib', 'touch', 'platform', 'vendor', 'productSub', 'oscpu', 'buildId'] as const
    const sources: Sources = Object.fromEntries(names.map((name) => [name, slow]))
    const running = start(sources, g)
    const first = await running.primary
    expect(first).toMatchObject({ gaps: { s31: -8 } })
    expect(Object.keys(first.values)).toHaveLength(7)
    expect(running.rest()).toEqual({ values: {}, gaps: {}, differing: {}, timings: {} })
    await running.goOn()
    expect(running.rest()).toEqual({ values: { s31: 8 }, gaps: {}, differing: {}, timings: { s31: 49 } })
  })

  it('goes on with what visitors are known by until we used up twice as much', async () => {
    const { g, pass } = busy()
    const slow = (): { readonly absent: 'denied' } => {
      pass(40)
      return { absent: 'denied' }
    }
    const names = ['opfs', 'math', 'architecture', 'webglBasics', 'emojiBox', 'fonts', 'webglParameters'] as const
    const { gaps } = await run(Object.fromEntries(names.map((name) => [name, slow])), g, 100).primary
    expect(Object.keys(gaps).filter((id) => gaps[id] === -8)).toEqual(['s19', 's26'])
  })

  it('goes on with them however long the page was busy with itself', async () => {
    const { g, pass } = busy()
    const before: Sources = {
      clientHints: () => {
        pass(24)
        return { absent: 'denied' }
      },
    }
    // The page takes the thread where we leave it.
    class Channel extends MessageChannel {
      constructor() {
        super()
        pass(5000)
      }
    }
    const { gaps } = await primary(
      {
        ...before,
        emojiBox: () => ({ absent: 'denied' }),
        math: () => ({ absent: 'denied' }),
        fonts: () => ({ absent: 'denied' }),
      },
      {
        ...g,
        MessageChannel: Channel,
      },
    )
    expect(gaps).toEqual({ s58: -2, s13: -2, s26: -8, s20: -2 })
  })

  it('does not count what one call of the browser holds up', async () => {
    const { g, pass } = busy()
    const holding = () => {
      pass(400)
      return { absent: 'unavailable' } as const
    }
    expect(await primary({ clientHints: holding, cores: () => value }, g)).toMatchObject({ values: { s7: 8 } })
  })

  it('leaves at 500 ms, with the last 50 for answers that a busy thread held up', async () => {
    const { g, waits } = busy()
    await primary({ audio: () => never, clientHints: () => never }, g)
    expect(waits).toEqual([500, 1000, 450, 50])
  })

  it('calls late what had no more time, and leaves open what has', async () => {
    const { g } = busy()
    const { gaps } = await primary({ audio: () => never, clientHints: () => never }, g)
    expect(gaps).toEqual({ s21: -4, s58: -8 })
  })
})

describe('after the primary wave', () => {
  it('has what came meanwhile, without what was told', async () => {
    const answer = Promise.withResolvers<{ readonly absent: 'denied' }>()
    const running = start({ clientHints: () => answer.promise, cores: () => ({ value: 8 }) }, hasty)
    expect((await running.primary).gaps).toEqual({ s58: -8 })
    expect(running.rest().gaps).toEqual({})
    answer.resolve({ absent: 'denied' })
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(running.rest()).toMatchObject({ values: {}, gaps: { s58: -2 } })
  })

  it('says of a source that never answers that its time is up', async () => {
    let ms = 0
    const running = start({ clientHints: () => never }, { ...hasty, performance: { now: () => ms } })
    await running.primary
    ms = 1001
    expect(running.rest().gaps).toEqual({ s58: -4 })
  })

  it('starts nothing when it was stopped', async () => {
    let ms = 0
    const slow = () => {
      ms += 40
      return { value: 8 }
    }
    const names = ['cores', 'memoryGib', 'oscpu', 'vendor', 'platform', 'buildId', 'touch', 'plugins', 'opfs', 'canvas']
    const running = start(Object.fromEntries(names.map((name) => [name, slow])), {
      ...hasty,
      performance: { now: () => ms },
    })
    await running.primary
    const beforeMs = ms
    running.stop()
    await running.goOn()
    expect(ms).toBe(beforeMs)
  })
})
