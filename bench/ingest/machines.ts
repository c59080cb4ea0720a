import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'

/** A payload that a real browser sent, recorded; see the file's own `recorded` field. */
interface Recorded {
  readonly userAgent: string
  readonly payload: {
    readonly values: Readonly<Record<string, unknown>>
    readonly timings: Readonly<Record<string, number>>
  }
}

const recorded: Recorded = JSON.parse(
  readFileSync(
    new URL('../../fixtures/automation/chromium-156-linux-headless-playwright.json', import.meta.url),
    'utf8',
  ),
)

/** The header that goes with every payload. */
export const USER_AGENT = recorded.userAgent

/** What tells one machine of the benchmark from the others: the digests and numbers that differ between real ones. */
export interface Machine {
  readonly canvas: { readonly winding: boolean; readonly geometry: string; readonly text: string }
  readonly audioSum: number
}

/** A machine that nobody else has. */
export const aMachine = (random: Random): Machine => ({
  canvas: { winding: true, geometry: random.hex(32), text: random.hex(32) },
  audioSum: 120 + random.share() * 10,
})

/** What the machine's browser sends this time: the recorded payload with this machine's digests and new timings. */
export function payloadOf({ canvas, audioSum }: Machine, random: Random): object {
  const { values, timings } = recorded.payload
  const times = Object.entries(timings).map(([id, ms]) => [id, Math.round(ms * (5 + random.share() * 10)) / 10])
  return {
    ...recorded.payload,
    values: { ...values, s17: canvas, s21: { sum: audioSum, sampleRateHz: 44100 } },
    timings: Object.fromEntries(times),
  }
}
