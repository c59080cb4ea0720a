import { describe, expect, it } from 'vitest'
import { publicLines } from '../../../test/a-feed.ts'
import { type InspectJob, inspectList } from './inspect-list.ts'
import { rangesOf, spansOf } from './spans.ts'

const job = (text: string, part: Partial<InspectJob> = {}): InspectJob => ({
  bytes: Buffer.from(text),
  parser: 'plain',
  options: { provider: 'Example VPN' },
  gates: { entries: [1, 1000], strays: 'refuse', changeMax: 0.3 },
  accuses: true,
  previous: null,
  specialSpaceAllowed: false,
  ...part,
})

const inspect = (text: string, part: Partial<InspectJob> = {}) => inspectList(job(text, part))

/** The code of the problem; undefined: the list is let through. */
const refusal = (text: string, part: Partial<InspectJob> = {}): string | undefined => {
  const inspection = inspect(text, part)
  return 'problem' in inspection ? inspection.problem.code : undefined
}

const gates = job('').gates

describe('a list that is let through', () => {
  it('keeps single addresses single, and says nothing twice', () => {
    const inspection = inspect('20.0.1.0/24\n20.0.0.5\n20.0.0.6\n20.0.0.5\n20.0.1.7\n20.0.2.0/24\n')
    expect(inspection).toMatchObject({ figures: { entries: 6, addresses: 514, dropped: 0, rejected: 0 } })
    expect('parts' in inspection && inspection.parts).toEqual([
      {
        provider: 'Example VPN',
        ranges: {
          v4: Uint32Array.of(
            0x14000100,
            0x140002ff,
            0x14000005,
            0x14000005,
            0x14000006,
            0x14000006,
            0x14000107,
            0x14000107,
          ),
          v6: new Uint32Array(),
        },
      },
    ])
  })

  it('may have some lines that nobody understands', () => {
    expect(inspect(`${publicLines(20)}garbage\n`)).toMatchObject({
      figures: { entries: 20, rejected: 1, rejectedExamples: ['garbage'] },
    })
  })

  it('may lose strays, where such lists are known to have some', () => {
    const text = `${publicLines(20)}192.0.2.0/24\n2002::/16\n`
    expect(inspect(text, { gates: { ...gates, strays: 'drop' } })).toMatchObject({
      figures: { entries: 20, dropped: 2, addresses: 20, ranges6: 0 },
    })
  })

  it('may have private space where that is one’s own', () => {
    expect(refusal('10.0.0.0/16\n192.0.2.1\n2001:db8::/32\n', { specialSpaceAllowed: true })).toBeUndefined()
  })

  it('may have public resolvers where it accuses nobody', () => {
    expect(refusal('8.8.8.0/24\n', { accuses: false })).toBeUndefined()
  })
})

describe('a list is refused', () => {
  it.each([
    ['that is of another format', '{"prefixes": []}', 'format_unknown'],
    ['with too many lines that nobody understands', '20.0.0.1\nwhat\n', 'lines_rejected'],
    ['with private space', `${publicLines(20)}10.0.0.1\n`, 'special_space'],
    ['with loopback', `${publicLines(20)}127.0.0.0/8\n`, 'special_space'],
    ['with carriers’ space', `${publicLines(20)}100.64.1.1\n`, 'special_space'],
    ['with documentation space', `${publicLines(20)}192.0.2.1\n`, 'special_space'],
    ['with half the internet', `${publicLines(20)}20.0.0.0/7\n`, 'prefix_too_short'],
    ['with a continent of IPv6', `${publicLines(20)}2600::/18\n`, 'prefix_too_short'],
    ['that accuses a public resolver', `${publicLines(20)}8.8.8.0/24\n`, 'known_good_listed'],
    ['that accuses one by IPv6', `${publicLines(20)}2606:4700:4700::/48\n`, 'known_good_listed'],
    ['that is empty', '', 'entries_out_of_bounds'],
    ['that is far too long', publicLines(1001), 'entries_out_of_bounds'],
  ])('%s', (_name, text, code) => {
    expect(refusal(text)).toBe(code)
  })

  it('that was cut off, by its own count', () => {
    const lines = (count: number) =>
      `{"cidr":"20.0.0.1/32"}\n{"cidr":"20.0.0.2/32"}\n{"type":"metadata","records":${count}}\n`
    expect(refusal(lines(2), { parser: 'spamhaus_jsonl' })).toBeUndefined()
    expect(refusal(lines(3), { parser: 'spamhaus_jsonl' })).toBe('count_differs')
  })

  it('that covers more or less than it ever did', () => {
    const bounded = { gates: { ...gates, addresses: [100, 200] as const } }
    expect([99, 100, 200, 201].map((count) => refusal(publicLines(count), bounded))).toEqual([
      'space_out_of_bounds',
      undefined,
      undefined,
      'space_out_of_bounds',
    ])
  })

  it('with more strays than are known, also where some are', () => {
    const text = `${publicLines(10)}192.0.2.1\n10.0.0.1\n`
    expect(refusal(text, { gates: { ...gates, strays: 'drop' } })).toBe('special_space')
  })

  it('when more than 30 % changed at once, at exactly 30 % not yet', () => {
    const previous = [rangesOf(spansOf(['20.0.0.0/30', '20.0.0.4/31', '20.0.0.6', '20.0.0.7', '20.0.0.8/31']))]
    expect(refusal(publicLines(7), { previous })).toBeUndefined()
    expect(refusal(publicLines(6), { previous })).toBe('changed_too_much')
    expect(refusal(publicLines(6), { previous, gates: { ...gates, changeMax: null } })).toBeUndefined()
  })
})

it('takes networks as large as owners have them', () => {
  expect(refusal(`${publicLines(2)}20.0.0.0/8\n2600::/19\n`)).toBeUndefined()
})
