import { performance } from 'node:perf_hooks'
import { ensurePrograms } from './testing/ensure-programs.ts'
import { stopCommands } from './testing/run-command.ts'
import { buildStep, lintStep, type StepResult, typesStep, unitStep, wholeSystemStep } from './testing/steps.ts'
import { addTallies, emptyTally, summaryLine, type Tally, tallyOf } from './testing/tally.ts'

const withoutBrowser = process.argv.includes('--no-e2e')
const filter = process.argv.slice(2).filter((argument) => argument !== '--no-e2e')
// A filter that meets only one of the two suites is no failure of the other.
const vitestArguments = filter.length === 0 ? [] : ['--passWithNoTests', ...filter]
const isCi = process.env['CI'] === 'true'

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopCommands(signal)
    process.exit(1)
  })
}

/** Runs a step whatever became of the others, so that one run shows every failure. */
async function step(name: string, run: () => Promise<StepResult>): Promise<Tally> {
  const startedMs = performance.now()
  const { tally, report } = await run().catch(crashed)
  const tookS = ((performance.now() - startedMs) / 1000).toFixed(1)
  if (report) console.log(report)
  console.log(`${tally.failed > 0 ? 'FAIL' : 'ok'}  ${name}: ${summaryLine(tally)} (${tookS} s)\n`)
  return tally
}

/** A step that breaks is a failure like any other, and does not hide the steps after it. */
function crashed(error: unknown): StepResult {
  return { tally: tallyOf(false), report: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

// Begun first and awaited last: an installation waits for the network, while the other steps need the processor.
const equipment = withoutBrowser
  ? undefined
  : ensurePrograms(process.env, console.log).catch((error: unknown) => ({ paths: {}, missing: [String(error)] }))

const checks = [
  await step('build', buildStep),
  await step('types', typesStep),
  await step('lint', () => lintStep(isCi)),
]
const tests = [await step('unit', () => unitStep(vitestArguments))]
if (equipment !== undefined) {
  const found = await equipment
  tests.push(await step('e2e', () => wholeSystemStep(vitestArguments, found, isCi)))
}

const { passed, failed, skipped } = addTallies(tests)
const ranNothing = passed + failed === 0
if (ranNothing) console.log('FAIL  no test ran')
const total = addTallies([...checks, { passed, failed, skipped }, ranNothing ? tallyOf(false) : emptyTally])
process.exitCode = total.failed > 0 ? 1 : 0
console.log(summaryLine(total))
