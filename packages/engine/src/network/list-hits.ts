import type { IpFacts, ListHit, ListKind } from '@tracio/contract'

/** The lists of one kind that name the address. */
export const hitsOf = ({ hits }: IpFacts, kind: ListKind): readonly ListHit[] =>
  hits.length === 0 ? hits : hits.filter((hit) => hit.kind === kind)

/** A hit in words: who lists what as whom, and as of when (RFC 3339, UTC): lists of Tor are hours old or wrong. */
export function hitText({ feed, exact, provider, protocol, count, asOf }: ListHit): string {
  const what = exact ? 'the address' : 'a range around it'
  const whom = [provider, protocol].filter(Boolean).join(', ')
  const counted = count === undefined ? '' : `, counted by ${count} sources`
  const time = `${new Date(asOf).toISOString().slice(0, 16)}Z`
  return `${feed} lists ${what}${whom === '' ? '' : ` as ${whom}`}${counted}, as of ${time}`
}

/** The network in words: number, registered name, and the brand behind it. */
export function networkText({ asn, name, brand }: NonNullable<IpFacts['network']>): string {
  return `AS${asn} ${name}${brand === null ? '' : ` (${brand})`}`
}
