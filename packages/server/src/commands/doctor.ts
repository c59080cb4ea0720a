import type { Command } from 'commander'
import { ConfigError } from '../config.ts'
import { problem } from '../doctor/check.ts'
import { examine, type Finding } from '../doctor/examine.ts'
import { OperatorError } from '../operator-error.ts'
import type { CommandContext } from './command-context.ts'
import { describeCommand, jsonOption, progressOption } from './describe-command.ts'
import { printable } from './printable.ts'
import { type ProgressOptions, showProgress } from './progress.ts'
import { type ShowOptions, show } from './show.ts'

type DoctorOptions = ShowOptions & ProgressOptions

/** `tracio doctor`: looks at everything that tends to be wrong, and changes nothing. */
export function doctorCommand(context: CommandContext): Command {
  const description =
    'looks at settings, data folder, key, database, disk, clock, port, public address, databases and lists of addresses, TURN, keys and secrets, and says ' +
    'what to do; changes nothing. Asks no address but its own and TRACIO_PUBLIC_URL. Ends with 4 when there are problems'
  return describeCommand('doctor', description, [
    ['tracio doctor', 'beside a running server or without one'],
    ['tracio doctor --json', 'the same for a program'],
  ])
    .addOption(progressOption())
    .addOption(jsonOption())
    .action(async (options: DoctorOptions) => {
      const findings = await findingsOf(context, options)
      const count = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length
      const summary = { problems: count('problem'), warnings: count('warning') }
      const data = { ...summary, findings: findings.map(findingData) }
      show(context.terminal, options, data, `${findings.map(lineOf).join('\n')}\n`)
      if (summary.problems > 0) {
        throw new OperatorError(`Problems: ${summary.problems}, warnings: ${summary.warnings}.`, 'problems')
      }
      if (options.json !== true) context.terminal.out(`No problems, warnings: ${summary.warnings}.\n`)
    })
}

async function findingsOf(
  { config, now, terminal }: CommandContext,
  options: DoctorOptions,
): Promise<readonly Finding[]> {
  const line = showProgress(terminal, options)
  try {
    return await examine({ config: config(), now, say: line.say })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [{ check: 'settings', ...problem(error.message, 'Correct them; docs/configuration.md lists all settings.') }]
  } finally {
    line.done()
  }
}

/** What needs no advice has null there, so that all findings are of one shape. */
const findingData = ({ check, outcome, found, advice }: Finding): object => ({
  check,
  outcome,
  found,
  advice: advice ?? null,
})

/** As wide as the longest outcome. */
const OUTCOME_WIDTH = 'warning'.length

function lineOf({ check, outcome, found, advice }: Finding): string {
  const indent = ' '.repeat(OUTCOME_WIDTH + 2)
  const first = `${outcome.padEnd(OUTCOME_WIDTH)}  ${check}: ${found.split('\n').map(printable).join(`\n${indent}`)}`
  return advice === undefined ? first : `${first}\n${indent}${printable(advice)}`
}
