import { deflateRawSync } from 'node:zlib'
import { encodings } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, chromeValues } from '../test/payloads.ts'
import { type StoredSignal, storedSignals } from './stored-signals.ts'

const stored = (payload: object) => ({
  encoding: encodings.deflate,
  bytes: deflateRawSync(JSON.stringify(payload)),
})

const named = (signals: readonly StoredSignal[] | null, name: string): StoredSignal | undefined =>
  signals?.find((signal) => signal.name === name)

it('decodes what was sent: values with status 0, gaps with their number, nonsense with none', () => {
  const { canvas: _canvas, ...values } = chromeValues
  const payload = aPayload({ ...values, cores: 'many' }, { gaps: { s17: -6 } })
  const signals = storedSignals(stored(payload), CHROME_USER_AGENT)
  expect(named(signals, 'webdriver')).toMatchObject({ value: false, status: 0 })
  expect(named(signals, 'canvas')).toMatchObject({ id: 's17', gap: 'blocked', status: -6, ms: 3.5 })
  expect(named(signals, 'cores')).toMatchObject({ gap: 'invalid', status: null, evidence: '"many"' })
})

it('reads plain JSON as well, and says so when it is no payload any more', () => {
  const bytes = Buffer.from(JSON.stringify(aPayload()))
  expect(named(storedSignals({ encoding: encodings.json, bytes }, ''), 'cores')).toMatchObject({ value: 8 })
  expect(storedSignals(stored({ agent: 1 }), '')).toBeNull()
})
