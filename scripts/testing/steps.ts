import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Equipment } from './ensure-programs.ts'
import { programNames, programs } from './programs.ts'
import { type CommandOptions, runCommand } from './run-command.ts'
import { addTallies, emptyTally, type Tally, tallyOf } from './tally.ts'
import { tallyOfVitest } from './vitest-report.ts'

export interface StepResult {
  readonly tally: Tally
  /** What a reader needs to see of a failure. */
  readonly report?: string
}

const root = join(import.meta.dirname, '../..')

const underThisNode = (path: string, args: readonly string[], options?: CommandOptions) =>
  runCommand(process.execPath, [join(root, path), ...args], options)

/** Makes the bundles that browsers and the server's tests load. */
export async function buildStep(): Promise<StepResult> {
  const { succeeded, output } = await underThisNode('scripts/build.ts', [])
  return { tally: tallyOf(succeeded), report: succeeded ? '' : output }
}

/** One check per project: each package in its own world (no DOM, no Node where it has none), and all of it in one. */
export async function typesStep(): Promise<StepResult> {
  const waiting = typeProjects()
  const results: StepResult[] = []
  const worker = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const { succeeded, output } = await underThisNode('node_modules/typescript/bin/tsc', ['-p', project])
      results.push({ tally: tallyOf(succeeded), report: succeeded ? '' : `${relative(root, project)}:\n${output}` })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return { tally: addTallies(results.map(({ tally }) => tally)), report: results.map(({ report }) => report).join('') }
}

function typeProjects(): string[] {
  const packages = readdirSync(join(root, 'packages')).flatMap((name) => {
    const directory = join(root, 'packages', name)
    return readdirSync(directory)
      .filter((file) => /^tsconfig(\.\w+)?\.json$/.test(file))
      .map((file) => join(directory, file))
  })
  return [join(root, 'tsconfig.json'), ...packages]
}

/** Format and lint. Where npm has no Biome for the machine, this is left out, which on CI is a failure. */
export async function lintStep(isCi: boolean): Promise<StepResult> {
  const { succeeded, output } = await underThisNode('node_modules/@biomejs/biome/bin/biome', [
    'ci',
    '--colors=off',
    '.',
  ])
  if (!succeeded && !isCi && output.includes("Cannot find module '@biomejs/cli-")) {
    return { tally: { ...emptyTally, skipped: 1 }, report: 'npm installed no Biome for this machine\n' }
  }
  return { tally: tallyOf(succeeded), report: succeeded ? '' : output }
}

/** Tests beside the code, contract suites, boundaries and house rules. */
export function unitStep(args: readonly string[]): Promise<StepResult> {
  return vitestStep(args, {})
}

/**
 * The whole system in real browsers. What needs a missing program is left out and counted as skipped; on CI every
 * missing program is a failure.
 */
export async function wholeSystemStep(
  args: readonly string[],
  { paths, missing, aptOutput = '' }: Equipment,
  isCi: boolean,
): Promise<StepResult> {
  const leftOut = paths.chromium === undefined ? filesOfChromium() : []
  const env = Object.fromEntries(
    programNames.flatMap((name) => (paths[name] === undefined ? [] : [[programs[name].setting, paths[name]]])),
  )
  const excluding = leftOut.flatMap((file) => ['--exclude', file])
  const { tally } = await vitestStep(['--config', join(root, 'e2e/vitest.config.ts'), ...excluding, ...args], env)
  const unmet = { ...emptyTally, skipped: leftOut.length, failed: isCi ? missing.length : 0 }
  return { tally: addTallies([tally, unmet]), report: [...missing, aptOutput].filter(Boolean).join('\n') }
}

/** Whole-system tests that drive Chromium and no other browser. The others skip browser by browser by themselves. */
function filesOfChromium(): readonly string[] {
  return readdirSync(join(root, 'e2e'))
    .filter((file) => file.endsWith('.e2e.ts'))
    .filter((file) => readFileSync(join(root, 'e2e', file), 'utf8').includes("from './chromium.ts'"))
    .map((file) => `e2e/${file}`)
}

async function vitestStep(args: readonly string[], env: Readonly<Record<string, string>>): Promise<StepResult> {
  const directory = mkdtempSync(join(tmpdir(), 'tracio-test-'))
  const reportFile = join(directory, 'report.json')
  try {
    const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
    const { succeeded } = await underThisNode('node_modules/vitest/vitest.mjs', ['run', ...reporting, ...args], {
      env,
      isLive: true,
    })
    const text = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : undefined
    return { tally: tallyOfVitest(text, succeeded) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
