import { setTimeout as pause } from 'node:timers/promises'
import type { BenchBrowser, BenchEngine } from './bench-browser.ts'
import { type Contestant, ours, peers } from './contestant.ts'
import type { Visit } from './visit.ts'

/** Loads of one contestant in one engine. */
export interface Loads {
  /** Each in a browser that was just started. */
  readonly first: readonly Visit[]
  /** All in one browser that has seen the page before. */
  readonly later: readonly Visit[]
}

/** Loads of one engine; no peers where only the readings are compared. */
export type Measured = Readonly<Record<'ours', Loads>> & Readonly<Partial<Record<'peers', Loads>>>

/** How an engine is measured. */
export interface EngineOrder {
  readonly besidePeers: boolean
  /** How the page asks the agent; absent: as customers' pages do. */
  readonly agent?: Contestant
}

/**
 * How long a browser that was started is left alone. People type an address in it first; a driver would go on while its
 * processes still start, which on two cores is measured and not the page. Chosen by hand, November 2026.
 */
const STARTED_MS = 2000

/** Visits in turn, so that whatever else the machine does meets both alike. */
export async function measureEngine(
  engine: BenchEngine,
  loads: number,
  { besidePeers, agent = ours }: EngineOrder,
): Promise<Measured> {
  const contestants = besidePeers ? [agent, peers] : [agent]
  const first = { ours: [] as Visit[], peers: [] as Visit[] }
  const later = { ours: [] as Visit[], peers: [] as Visit[] }
  for (let load = 0; load < loads; load++) {
    for (const contestant of contestants) {
      first[contestant.name].push(await inBrowser(engine, (browser) => browser.visit(contestant)))
    }
  }
  await inBrowser(engine, async (browser) => {
    const warmUp: readonly Contestant[] = [...contestants, ...contestants]
    for (const contestant of warmUp) await browser.visit(contestant)
    for (let load = 0; load < loads; load++) {
      for (const contestant of contestants) later[contestant.name].push(await browser.visit(contestant))
    }
  })
  const loadsOf = ({ name }: Contestant): Loads => ({ first: first[name], later: later[name] })
  return { ours: loadsOf(agent), ...(besidePeers ? { peers: loadsOf(peers) } : {}) }
}

async function inBrowser<T>(engine: BenchEngine, use: (browser: BenchBrowser) => Promise<T>): Promise<T> {
  const browser = await engine.start()
  try {
    await pause(STARTED_MS)
    return await use(browser)
  } finally {
    await browser.close()
  }
}
