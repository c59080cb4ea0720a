import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { encodeEnvelope, encodings, sealings } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARRIVAL, type FrontDesk, frontDesk, received, SHOP } from '../test/front-desk.ts'
import { aPayload, chromeValues, seal, sealBytes, unsealed } from '../test/payloads.ts'

let desk: FrontDesk
beforeEach(async () => {
  desk = await frontDesk()
})

const flip = (body: Buffer, at: number): Buffer => Buffer.from(body.map((byte, i) => (i === at ? byte ^ 1 : byte)))
const changed = async (at: (body: Buffer) => number): Promise<Buffer> => {
  const body = seal(await desk.issue(), aPayload())
  return flip(body, at(body))
}
const sealedText = async (text: string): Promise<Buffer> => sealBytes(await desk.issue(), deflateRawSync(text))

describe('refuses', () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ['what is no envelope', async () => Buffer.from('<html>'), 'payload_malformed'],
    ['nothing at all', async () => Buffer.alloc(0), 'payload_malformed'],
    ['an envelope of another version', () => changed(() => 0), 'payload_malformed'],
    ['a session that was not issued', async () => unsealed({ session: 'A'.repeat(48) }, aPayload()), 'session_unknown'],
    ['a session that was changed', () => changed(() => 10), 'session_unknown'],
    ['a session of another origin', async () => seal(await desk.issue('https://a.example'), 1), 'session_unknown'],
    ['an envelope that was relabelled', () => changed(() => 1), 'payload_unreadable'],
    ['a changed vector', () => changed(() => 4 + 48), 'payload_unreadable'],
    ['a changed payload', () => changed(() => 4 + 48 + 12), 'payload_unreadable'],
    ['a changed seal', () => changed(({ length }) => length - 1), 'payload_unreadable'],
    [
      'what was sealed for another session',
      async () => seal({ ...(await desk.issue()), key: (await desk.issue()).key }, aPayload()),
      'payload_unreadable',
    ],
    ['what does not inflate', async () => sealBytes(await desk.issue(), Buffer.from('flat')), 'payload_malformed'],
    ['what is no JSON', () => sealedText('{"values":'), 'payload_malformed'],
    ['JSON that is no payload', () => sealedText('{"hello":"world"}'), 'payload_malformed'],
    ['what inflates beyond 1 MiB', () => sealedText(' '.repeat(2 ** 20 + 1)), 'payload_too_large'],
  ])('%s', async (_name, body, code) => {
    await expect(desk.open(received(await body()))).rejects.toMatchObject({ name: 'ApiError', code })
  })

  it('a key that is gone', async () => {
    const body = seal(await desk.deps.sessions.issue(99, SHOP, received(Buffer.alloc(0)).at), aPayload())
    await expect(desk.open(received(body))).rejects.toMatchObject({ name: 'ApiError', code: 'key_unknown' })
  })

  it('without telling the caller what it found', async () => {
    const body = await sealedText('{"hunter2":')
    await expect(desk.open(received(body))).rejects.not.toThrow('hunter2')
  })
})

it('takes what inflates to 1 MiB exactly', async () => {
  const text = JSON.stringify(aPayload())
  const body = await sealedText(text + ' '.repeat(2 ** 20 - text.length))
  expect((await desk.open(received(body))).payload.agent).toBe('0.1.0')
})

it.each([
  ['at once', 0, false],
  ['in the last moment', 600_000, false],
  ['a moment too late', 600_001, true],
  ['a day later', 86_400_000, true],
])('opens a payload that comes %s, and says whether it had expired', async (_name, ageMs, expired) => {
  const body = seal(await desk.issue(), aPayload())
  expect((await desk.open(received(body, { at: ARRIVAL + ageMs }))).expired).toBe(expired)
})

describe('a late payload', () => {
  const late = async (ageMs: number) =>
    desk.open(received(seal(await desk.issue(), aPayload({}, { phase: 'late' })), { at: ARRIVAL + ageMs }))

  it.each([
    ['at once', 0],
    ['after a primary one would have expired', 600_001],
    ['in the last moment of 24 hours', 86_400_000],
  ])('opens %s, and has not expired', async (_name, ageMs) => {
    expect(await late(ageMs)).toMatchObject({ expired: false, payload: { phase: 'late' } })
  })

  it('is refused a moment later', async () => {
    await expect(late(86_400_001)).rejects.toMatchObject({ name: 'ApiError', code: 'conflict' })
  })
})

it('says of a sealed payload that it was', async () => {
  expect((await desk.open(received(seal(await desk.issue(), aPayload())))).sealed).toBe(true)
})

it('says of a plain page’s payload that it was not', async () => {
  expect((await desk.open(received(unsealed(await desk.issue(), aPayload())))).sealed).toBe(false)
})

describe('keeps', () => {
  it('the deflated bytes as they were inside the seal', async () => {
    const deflated = deflateRawSync(JSON.stringify(aPayload()))
    const { stored } = await desk.open(received(sealBytes(await desk.issue(), deflated)))
    expect(stored.encoding).toBe(encodings.deflate)
    expect(deflated.equals(stored.bytes)).toBe(true)
    expect(JSON.parse(inflateRawSync(stored.bytes).toString())).toEqual(aPayload())
  })

  it('deflated bytes of an unsealed payload too', async () => {
    const { session } = await desk.issue()
    const bytes = deflateRawSync(JSON.stringify(aPayload()))
    const body = encodeEnvelope({ encoding: encodings.deflate, sealing: sealings.none, session, bytes })
    const { stored } = await desk.open(received(Buffer.from(body)))
    expect([stored.encoding, bytes.equals(stored.bytes)]).toEqual([encodings.deflate, true])
  })

  it('plain bytes as plain bytes', async () => {
    const { stored } = await desk.open(received(unsealed(await desk.issue(), aPayload())))
    expect(stored.encoding).toBe(encodings.json)
    expect(JSON.parse(Buffer.from(stored.bytes).toString())).toEqual(aPayload())
  })
})

it('hands on the session, the key, the frame and the readings', async () => {
  const session = await desk.issue()
  const opened = await desk.open(received(seal(session, aPayload({ ...chromeValues, cores: 'eight' }))))
  expect(opened.session.id.bytes.equals(Buffer.from(session.session, 'base64url').subarray(0, 20))).toBe(true)
  expect(opened.key).toMatchObject({ number: 1, key: 'tracio_pk_1' })
  expect(opened.payload).toMatchObject({ agent: '0.1.0', phase: 'primary', url: 'https://shop.example/login' })
  expect(opened.readings.platform).toEqual({ value: 'Linux x86_64' })
  expect(opened.readings.cores).toEqual({ gap: 'invalid', evidence: '"eight"' })
})

it('refines gaps by the browser that the request claims', async () => {
  const body = seal(await desk.issue(), aPayload({}, { gaps: { s8: -1 } }))
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:156.0) Gecko/20100101 Firefox/156.0'
  expect((await desk.open(received(body))).readings.memoryGib).toEqual({ gap: 'unavailable' })
  expect((await desk.open(received(body, { userAgent }))).readings.memoryGib).toEqual({ gap: 'unsupported' })
})

it('names a body by the first half of its SHA-256', async () => {
  const body = seal(await desk.issue(), aPayload())
  const expected = createHash('sha256').update(body).digest('hex').slice(0, 32)
  expect((await desk.open(received(body))).bodyHash.toString('hex')).toBe(expected)
})
