import type { Finding } from '@tracio/contract'
import { currentSignalNames } from '@tracio/contract'
import { detectors } from '../src/detectors/index.ts'
import { evaluate } from '../src/evaluate.ts'
import { type Fixture, recordedVisit } from './recorded.ts'

const HEAD = `# What the engine says of recorded visits

Made by \`npm run record-fixture -- --matrix\`; a test fails when it is stale. Each row is a first visit. A cell is empty where
a detector found nothing, names the reasons where it did, and says \`?\` where it could not tell. Gaps are listed under their
names.
`

/** The table of all fixtures by all detectors, as Markdown. Whoever changes a verdict sees here whose. */
export function matrixOf(fixtures: readonly Fixture[]): string {
  const columns = ['fixture', 'bot', 'risk', ...detectors.map(({ id }) => id), 'gaps']
  const rows = fixtures.map(rowOf)
  return `${HEAD}\n${[columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function rowOf({ name, recorded }: Fixture): readonly string[] {
  const observations = recordedVisit(recorded)
  const { bot, findings, score, decision } = evaluate(observations).event
  return [
    name,
    `${bot.result} ${bot.type}`.trim(),
    `${score.riskScore} ${decision.action}`,
    ...findings.map(cellOf),
    gapsOf(observations.readings),
  ]
}

function cellOf(finding: Finding): string {
  if (finding.outcome === 'clear') return ''
  if (finding.outcome === 'unknown') return `? ${finding.missing.join(', ')}`
  return finding.evidence.map(({ reason }) => reason).join(', ')
}

function gapsOf(readings: ReturnType<typeof recordedVisit>['readings']): string {
  const namesByGap = new Map<string, string[]>()
  for (const name of currentSignalNames) {
    const reading = readings[name]
    if (!('gap' in reading)) continue
    namesByGap.set(reading.gap, [...(namesByGap.get(reading.gap) ?? []), name])
  }
  return [...namesByGap].map(([gap, names]) => `${gap}: ${names.join(', ')}`).join('; ')
}
