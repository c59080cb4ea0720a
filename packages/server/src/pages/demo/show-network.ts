import type { DemoAnswer } from './demo-answer.ts'
import { byId, make } from './elements.ts'

type Products = NonNullable<DemoAnswer['products']>

/** Every answer about the network, in the order in which the page shows them. */
const QUESTIONS = {
  vpn: 'VPN',
  proxy: 'Proxy',
  tor: 'Tor',
  relay: 'Relay',
  datacenter: 'Data centre',
  residentialProxy: 'Residential proxy',
  ipBlocklist: 'Listed for attacks',
  timezoneMismatch: 'Clock of another country',
} as const satisfies Partial<Record<keyof Products, string>>

const ANSWERS = { detected: 'yes', clear: 'no', unknown: 'cannot tell' } as const

/** Where the address is, and what it and the way to it say, each with what speaks for it or what was missing. */
export function showNetwork({ products, words = {} }: DemoAnswer): void {
  if (!products) return
  byId('place').textContent = placeText(products.ipLocation)
  const rows = Object.entries(QUESTIONS).map(([key, question]) => {
    // The table's own keys, all of which are products.
    const { status, data, ...frame } = products[key as keyof typeof QUESTIONS]
    const sure = 'confidence' in data && data.confidence !== null ? ` (${data.confidence})` : ''
    const evidence = frame.evidence.map(({ reason, observed, expected }) =>
      make('div', '', words[reason] ?? reason, make('small', '', `observed ${observed}; expected ${expected}`)),
    )
    const missing = frame.missing?.length ? [`Missing: ${frame.missing.join(', ')}.`] : []
    return make(
      'tr',
      '',
      make('th', '', question),
      make('td', status, `${ANSWERS[status]}${sure}`),
      // What explains the address says why little was asked; the codes of what is missing would only repeat it.
      make('td', '', ...(evidence.length > 0 ? evidence : missing)),
    )
  })
  byId('network')
    .querySelector('tbody')
    ?.replaceChildren(...rows)
}

function placeText({ data, missing }: Products['ipLocation']): string {
  if (!data.result) return `Where the address is, cannot be told: ${missing?.join(', ') ?? 'nothing is known of it'}.`
  const { city, country, accuracyRadius, timezone, source } = data
  const names = [city.name, country.name ?? country.code].filter((name) => name !== null)
  const around = accuracyRadius === null ? '' : `, within ${accuracyRadius} km`
  const zone = timezone === null ? '' : `, ${timezone}`
  return `${names.join(', ')}${around}${zone}${source === null ? '' : ` (${source})`}.`
}
