import type { EpochMs } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { firefoxAllocate, firstAllocate, readAnswer, signedAllocate } from '../../test/stun-requests.ts'
import { createMemoryTurnSightings } from '../adapters/memory/turn-sightings.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { createAnswerRates } from './answer-rates.ts'
import { createNonces } from './nonces.ts'
import { createTurnObserver } from './observer.ts'
import { STUN_BYTES_MAX } from './stun-message.ts'
import { createTurnCredentials } from './turn-credentials.ts'

const at = 1_710_432_000_000
const ada = Buffer.alloc(20, 1)
const session = ada.toString('base64url')

function anObserver() {
  const clock = { at }
  const metrics = createMetrics()
  const sightings = createMemoryTurnSightings()
  const credentials = createTurnCredentials('north')
  const now = () => clock.at as EpochMs
  const observer = createTurnObserver({
    credentials,
    nonces: createNonces(Buffer.from('key')),
    sightings,
    rates: createAnswerRates(),
    metrics,
    now,
  })
  const mine = credentials.issue(ada, (at + 600_000) as EpochMs)
  /** The whole of a probe from a source: challenge, then proof. */
  async function probe(address: string, port = 4000): Promise<number | undefined> {
    const challenge = readAnswer(await observer.receive(firstAllocate(), { address, port }))
    const request = signedAllocate(mine, { nonce: challenge?.nonce ?? '' })
    return readAnswer(await observer.receive(request, { address, port }))?.type
  }
  return { observer, clock, metrics, mine, probe, seen: () => sightings.addresses(session, now()) }
}

it('remembers where a browser sent from, before it answers', async () => {
  const { probe, seen } = anObserver()
  expect(await probe('192.0.2.1')).toBe(0x0103)
  expect(await seen()).toEqual(['192.0.2.1'])
})

it('writes addresses in one way, whatever socket they came by', async () => {
  const { probe, seen } = anObserver()
  await probe('::ffff:192.0.2.1')
  await probe('2001:DB8:0::1')
  await probe('fe80::1%eth0')
  expect(await seen()).toEqual(['192.0.2.1', '2001:db8::1', 'fe80::1'])
})

it('remembers nothing of who proved nothing', async () => {
  const { observer, seen, mine } = anObserver()
  const source = { address: '192.0.2.1', port: 4000 }
  const challenge = readAnswer(await observer.receive(firstAllocate(), source))
  await observer.receive(signedAllocate({ ...mine, credential: 'x' }, { nonce: challenge?.nonce ?? '' }), source)
  // A nonce that went to one address proves nothing of another, whatever stands on the datagram.
  await observer.receive(signedAllocate(mine, { nonce: challenge?.nonce ?? '' }), { address: '192.0.2.9', port: 4000 })
  expect(await seen()).toEqual([])
})

it('does not answer to port 0, where nobody is', async () => {
  const { observer } = anObserver()
  expect(await observer.receive(firstAllocate(), { address: '192.0.2.1', port: 0 })).toBeUndefined()
})

it('stops answering an address that asks without end, and goes on answering others', async () => {
  const { observer, probe } = anObserver()
  const flood = () => observer.receive(firstAllocate(), { address: '192.0.2.66', port: 4000 })
  const answers = await Promise.all(Array.from({ length: 200 }, flood))
  expect(answers.filter((one) => one !== undefined)).toHaveLength(100)
  expect(await probe('192.0.2.1')).toBe(0x0103)
})

it('counts what became of datagrams', async () => {
  const { observer, metrics, probe } = anObserver()
  await probe('192.0.2.1')
  await observer.receive(Buffer.from('junk'), { address: '192.0.2.1', port: 4000 })
  const text = await metrics.text()
  for (const outcome of ['challenged', 'seen', 'ignored']) {
    expect(text).toContain(`tracio_turn_total{outcome="${outcome}"} 1`)
  }
})

describe('as a mirror', () => {
  /** 60 bytes for 28; by the wire, headers of IPv4 and UDP counted, 88 for 56. */
  const FACTOR_MAX = 2.2

  it('sends back little more than twice what came, and less than what a proven browser sent', async () => {
    const { observer, mine } = anObserver()
    const source = { address: '192.0.2.1', port: 4000 }
    for (const first of [firstAllocate(), firefoxAllocate()]) {
      const answer = await observer.receive(first, source)
      expect(answer?.length).toBeLessThanOrEqual(first.length * FACTOR_MAX)
      const proof = signedAllocate(mine, { nonce: readAnswer(answer)?.nonce ?? '' })
      expect((await observer.receive(proof, source))?.length).toBeLessThan(proof.length)
    }
  })

  /** The same luck in every run: Marsaglia's 32-bit xorshift. */
  function luck(seed: number): (below: number) => number {
    let state = seed
    return (below) => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 0) % below
    }
  }

  it('answers no datagram, made of luck or of a good one, with more than that, and never fails', async () => {
    const { observer, mine, clock, seen } = anObserver()
    const draw = luck(20_261_121)
    const nonce = createNonces(Buffer.from('key')).issue({ address: '192.0.2.1', port: 4000 }, at as EpochMs)
    const seeds = [
      firstAllocate(),
      firefoxAllocate(),
      signedAllocate(mine, { nonce }),
      signedAllocate(mine, { nonce, kind: 'sha256' }),
    ]
    let answers = 0
    for (let round = 0; round < 20_000; round++) {
      clock.at += 100
      const datagram = round % 4 === 0 ? random(draw) : mutated(seeds[draw(seeds.length)] ?? Buffer.alloc(0), draw)
      const answer = await observer.receive(datagram, { address: `192.0.2.${draw(200)}`, port: 1 + draw(65_535) })
      if (!answer) continue
      answers++
      expect(answer.length).toBeLessThanOrEqual(datagram.length * FACTOR_MAX)
    }
    // Some are still Allocates, else this would prove nothing; none proved to be anybody.
    expect(answers).toBeGreaterThan(100)
    expect(await seen()).toEqual([])
  })

  const random = (draw: (below: number) => number): Buffer =>
    Buffer.from(Array.from({ length: draw(STUN_BYTES_MAX + 100) }, () => draw(256)))

  /** Changes bytes, cuts, or doubles a piece; often mends the length, so that more than the header is put to the test. */
  function mutated(datagram: Buffer, draw: (below: number) => number): Buffer {
    let bytes: Buffer = Buffer.from(datagram)
    for (let changes = 1 + draw(4); changes > 0; changes--) {
      const where = draw(bytes.length)
      if (draw(3) > 0) bytes[where] = draw(256)
      else if (draw(2) > 0) bytes = Buffer.concat([bytes.subarray(0, where), bytes.subarray(draw(bytes.length))])
      else bytes = Buffer.concat([bytes, bytes.subarray(where)])
      if (bytes.length < 20) return bytes
    }
    if (draw(2) > 0) {
      bytes = bytes.subarray(0, bytes.length & ~3)
      bytes.writeUInt16BE(bytes.length - 20, 2)
    }
    return bytes
  }
})
