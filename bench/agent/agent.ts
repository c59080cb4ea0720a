import { canLaunch } from '../../e2e/browsers/launch.ts'
import type { Engine } from '../../e2e/browsers/test-browser.ts'
import { launchChromium } from '../../e2e/chromium.ts'
import { againstBar, type Result, report, told } from '../report.ts'
import { benchEngine } from './bench-browser.ts'
import { answersOf, BAR, stabilityOf, tasksOf, timesBeside } from './figures.ts'
import { readFlags } from './flags.ts'
import type { LongestTask } from './longest-task.ts'
import { type Measured, measureEngine } from './measure-engine.ts'
import { type BenchSite, openBenchSite } from './site.ts'
import { sourceLines, sourceTimes } from './source-times.ts'
import { tracedVisit } from './traced-visit.ts'

/** Sources to name when not all are asked for. */
const SLOWEST = 10

/** Times, size and stability of the built agent in real browsers, beside FingerprintJS and BotD. */
export async function agentBench(args: readonly string[]): Promise<boolean> {
  const flags = readFlags(args, print)
  if (flags === undefined) return true
  const { loads, timed, compared, allSources } = flags
  const startedMs = performance.now()
  say(
    `load: ${loads} first and ${loads} later loads; timed: ${timed.join(', ')}; readings compared: ${compared.join(', ') || 'of those'}`,
  )
  const site = await openBenchSite()
  try {
    const results: Result[] = [...size(site)]
    for (const engine of [...timed, ...compared].filter(isHere)) {
      const measured = await visits(engine, site, loads, timed.includes(engine))
      const { results: stable, words } = stabilityOf(engine, measured.ours)
      results.push(...answersOf(engine, measured.ours), ...timesBeside(engine, measured), ...stable)
      for (const line of words) say(line)
      say(`${engine}, sources:`)
      for (const line of sourceLines(sourceTimes(measured.ours).slice(0, allSources ? undefined : SLOWEST))) say(line)
    }
    results.push(...(await longestTasks(site, loads)))
    say(`took ${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
    return report('agent', results, print)
  } finally {
    await site.close()
  }
}

async function visits(name: Engine, site: BenchSite, loads: number, besidePeers: boolean): Promise<Measured> {
  const engine = await benchEngine(name, site)
  return measureEngine(engine, loads, { besidePeers }).finally(engine.close)
}

/** A browser that is not on this machine is named and left out. */
function isHere(engine: Engine): boolean {
  const here = canLaunch(engine, engine === 'chromium' ? 'headless' : 'headful')
  if (!here) say(`${engine} is not on this machine`)
  return here
}

const size = ({ gzipBytes }: BenchSite): readonly Result[] => [
  againstBar('agent.js, gzip', 'B', gzipBytes.ours, BAR.gzipBytes, 'lower'),
  told('FingerprintJS and BotD in one script, gzip', 'B', gzipBytes.peers),
]

/** Traces slow a run down and take long to read: a third of the loads has to do. */
async function longestTasks(site: BenchSite, loads: number): Promise<readonly Result[]> {
  const first: LongestTask[] = []
  const later: LongestTask[] = []
  for (let load = 0; load < Math.ceil(loads / 3); load++) {
    const browser = await launchChromium()
    try {
      first.push(await tracedVisit(browser, site))
      later.push(await tracedVisit(browser, site))
    } finally {
      await browser.close()
    }
  }
  for (const [which, tasks] of [
    ['first', first],
    ['later', later],
  ] as const) {
    const names = new Set(tasks.flatMap(({ gpu }) => gpu.map(({ name }) => name)))
    const each = [...names].map((name) => {
      const ms = tasks.flatMap(({ gpu }) => gpu.filter((call) => call.name === name).map(({ tookMs }) => tookMs))
      return `${name} up to ${Math.max(...ms).toFixed(0)} ms`
    })
    say(`graphics calls of ${which} loads, exempt: ${each.join(', ') || 'none above 5 ms'}`)
  }
  return [...tasksOf('first', first), ...tasksOf('later', later)]
}

const print = (text: string): void => void process.stdout.write(text)

const say = (text: string): void => print(`${text}\n`)
