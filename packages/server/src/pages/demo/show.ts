import type { DemoAnswer } from './demo-answer.ts'
import { byId, make } from './elements.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The visitor id, how sure we are, and whether we met before. */
export function showVisit({ visitorId, confidence = 0, visitorFound, products }: DemoAnswer): void {
  byId('visitor-id').textContent = visitorId ?? 'not identified'
  const seen = products?.identification.data
  const since = seen?.firstSeenAt ? `, first seen ${new Date(seen.firstSeenAt).toLocaleString()}` : ''
  const alike = seen?.ambiguous ? ` ${seen.lookAlikes} known visitors look exactly like you, so you got a new id.` : ''
  byId('visit').textContent =
    `${visitorFound ? `Returning visitor${since}` : 'New visitor'}, confidence ${percent(confidence)}.${alike}`
}

const VERDICTS: Readonly<Record<string, string>> = {
  bot: 'This is a bot',
  human: 'Nothing speaks for a bot',
  uncertain: 'Cannot tell',
}

/** The verdict, and every finding with its evidence in words; those about the network stand in a card of their own. */
export function showBot({ products, findings = [], words = {} }: DemoAnswer): void {
  const { verdict = 'uncertain', bot } = products?.botd.data ?? {}
  byId('bot').textContent = `${VERDICTS[verdict]}${bot?.type ? ` (${bot.type})` : ''}`
  byId('bot').className = `verdict ${verdict}`
  const items = findings.flatMap((finding) => {
    if (finding.category === 'ip') return []
    if (finding.outcome === 'clear') return [make('li', '', `${finding.detector}: nothing found`)]
    if (finding.outcome === 'unknown') {
      return [make('li', '', `${finding.detector}: cannot tell, missing ${finding.missing.join(', ')}`)]
    }
    return finding.evidence.map(({ reason, observed, expected }) =>
      make('li', '', words[reason] ?? reason, make('small', '', `observed ${observed}; expected ${expected}`)),
    )
  })
  byId('evidence').replaceChildren(...items)
}

/** The steps by which the visitor id was found. */
export function showExplanation({ products, words = {} }: DemoAnswer): void {
  const steps = products?.identification.data.explanation ?? []
  byId('explanation').replaceChildren(
    ...steps.map(({ reason, observed }) => make('li', '', words[reason] ?? reason, make('small', '', observed))),
  )
}

/** The score and the parts that add up to it. */
export function showRisk({ products }: DemoAnswer): void {
  const score = products?.suspectScore.data
  if (!score) return
  byId('risk').textContent = `${score.result} of 100, ${score.riskLevel}: ${score.action}`
  const rows = score.parts.map(({ kind, cause, points }) =>
    make('tr', '', make('td', '', kind), make('td', '', cause), make('td', 'number', points.toFixed(1))),
  )
  byId('parts')
    .querySelector('tbody')
    ?.replaceChildren(...rows)
}

/** How the operator's own server reads the same event. */
export function showCurl({ requestId }: DemoAnswer): void {
  byId('request-id').textContent = requestId
  byId('curl').textContent =
    `curl -H "Authorization: Bearer $TRACIO_API_SECRET" ${location.origin}/api/v1/events/${requestId}`
}

/** Every signal: its value, or the gap that stands in its place. */
export function showSignals({ signals = [] }: DemoAnswer): void {
  const gaps = signals.filter(({ gap }) => gap !== undefined).length
  byId('summary').textContent = `${signals.length - gaps} values and ${gaps} gaps.`
  const rows = signals.map(({ id, name, tier, gap, value, ms }) => {
    const shown = gap === undefined ? make('div', 'value', JSON.stringify(value)) : make('span', 'gap', gap)
    return make(
      'tr',
      '',
      make('td', '', id),
      make('td', '', name),
      make('td', '', tier),
      make('td', '', shown),
      make('td', 'number', ms === undefined ? '' : ms.toFixed(1)),
    )
  })
  byId('signals')
    .querySelector('tbody')
    ?.replaceChildren(...rows)
}
