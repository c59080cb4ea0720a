import { deflateRawSync } from 'node:zlib'
import { encodings } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anEntry, create } from '../test/ledger-entries.ts'
import { aPayload, chromeValues } from '../test/payloads.ts'
import type { LateBody, StoredReadings } from './ports/ledger.ts'
import { type StoredSignal, storedSignals } from './stored-signals.ts'

const { event } = anEntry('1_a', { change: create('ada') })

const stored = (payload: object): StoredReadings => ({
  encoding: encodings.deflate,
  bytes: deflateRawSync(JSON.stringify(payload)),
})

const kept = (first: StoredReadings | undefined, late?: StoredReadings) => ({
  readings: async () => first,
  lateBody: async (): Promise<LateBody | undefined> =>
    late && { bodyHash: Buffer.alloc(16), readings: late, observations: '{}' },
})

const named = (signals: readonly StoredSignal[] | null, name: string): StoredSignal | undefined =>
  signals?.find((signal) => signal.name === name)

const { canvas: _canvas, ...values } = chromeValues

it('decodes what was sent: values with status 0, gaps with their number, nonsense with none', async () => {
  const payload = aPayload({ ...values, cores: 'many' }, { gaps: { s17: -6 } })
  const signals = await storedSignals(kept(stored(payload)), event)
  expect(named(signals, 'webdriver')).toMatchObject({ value: false, status: 0 })
  expect(named(signals, 'canvas')).toMatchObject({ id: 's17', gap: 'blocked', status: -6, ms: 3.5 })
  expect(named(signals, 'cores')).toMatchObject({ gap: 'invalid', status: null, evidence: '"many"' })
})

it('reads plain JSON as well', async () => {
  const plain = { encoding: encodings.json, bytes: Buffer.from(JSON.stringify(aPayload())) }
  expect(named(await storedSignals(kept(plain), event), 'cores')).toMatchObject({ value: 8 })
})

it('fills what was missing with what came late, and keeps what came first', async () => {
  const late = stored(aPayload({ canvas: chromeValues.canvas, cores: 2 }, { phase: 'late', timings: { s17: 9 } }))
  const signals = await storedSignals(kept(stored(aPayload(values, { timings: {} })), late), event)
  expect(named(signals, 'canvas')).toMatchObject({ value: chromeValues.canvas, ms: 9 })
  expect(named(signals, 'cores')).toMatchObject({ value: 8 })
})

it('says so when what was read is not kept any more', async () => {
  expect(await storedSignals(kept(undefined), event)).toBeNull()
})
