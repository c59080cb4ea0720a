import type { explain } from '../explain.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

type Explanation = ReturnType<typeof explain>

/** Why an event is as it is, for people to read from the top to the bottom. */
export function explanationText(explanation: Explanation): string {
  const { identification, bot, score, decision } = explanation
  return [
    `Event ${explanation.request_id}, ${explanation.timestamp}, revision ${explanation.revision}`,
    `Visitor ${identification.visitor_id ?? 'nobody'} by ${identification.match}, confidence ${identification.confidence}`,
    ...identification.steps.map((step) => `  ${step.sentence ?? step.reason}: ${printable(step.observed)}`),
    `Bot verdict ${bot.result}${bot.type === '' ? '' : ` (${bot.type})`}, score ${bot.score}`,
    ...explanation.findings.flatMap(findingLines),
    `Risk ${score.risk_score}, ${decision.risk_level}: ${decision.action}${decision.monitor ? ', and worth a look' : ''}`,
    indent(
      table(
        ['points', 'kind', 'cause'],
        score.parts.map(({ points, kind, cause }) => [String(points), kind, cause]),
      ),
    ),
    '',
  ].join('\n')
}

function findingLines(finding: Explanation['findings'][number]): readonly string[] {
  switch (finding.outcome) {
    case 'clear':
      return [`  clear     ${finding.detector}`]
    case 'unknown':
      return [`  unknown   ${finding.detector}: lacks ${finding.missing.join(', ')}`]
    case 'detected':
      return [
        `  detected  ${finding.detector}, strength ${finding.strength}`,
        ...finding.evidence.map(({ reason, sentence, observed, expected }) => {
          const seen = `seen ${printable(String(observed))}, expected ${printable(String(expected))}`
          return `              ${sentence ?? reason} (${seen})`
        }),
      ]
  }
}

const indent = (text: string): string => text.trimEnd().replace(/^/gm, '  ')
