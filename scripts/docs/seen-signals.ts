import { currentSignalNames, type GapName, type Readings, type SignalName } from '../../packages/contract/src/index.ts'
import { type Fixture, recordedReadings } from '../../packages/engine/test/recorded.ts'

/** What the recorded browsers gave for one signal. */
export interface SeenSignal {
  readonly name: SignalName
  /** How many of the recordings have a value. */
  readonly values: number
  /** How many of these values differ. */
  readonly distinct: number
  /** By engine: `value`, or the gap; where recordings disagree, what most gave and who gave something else. */
  readonly byEngine: Readonly<Record<string, string>>
}

/** What recordings gave, signal by signal, in the order of their ids. */
export function seenSignals(fixtures: readonly Fixture[]): readonly SeenSignal[] {
  const visits = fixtures.map(({ recorded }) => ({ ...recorded.browser, readings: recordedReadings(recorded) }))
  const engines = [...new Set(visits.map(({ engine }) => engine))]
  return currentSignalNames.map((name) => {
    const values = visits.map(({ readings }) => readings[name]).flatMap((one) => ('value' in one ? [one.value] : []))
    const byEngine = engines.map((engine): [string, string] => {
      const own = visits.filter((visit) => visit.engine === engine)
      return [engine, summary(own.map((visit) => ({ who: whoIs(visit), outcome: outcomeOf(visit.readings, name) })))]
    })
    return {
      name,
      values: values.length,
      distinct: new Set(values.map(inOrder)).size,
      byEngine: Object.fromEntries(byEngine),
    }
  })
}

const whoIs = ({ mode, driver }: Fixture['recorded']['browser']): string =>
  driver === null ? `${mode} undriven` : `${mode} driven`

function outcomeOf(readings: Readings, name: SignalName): GapName | 'value' {
  const reading = readings[name]
  return 'gap' in reading ? reading.gap : 'value'
}

interface Given {
  readonly who: string
  readonly outcome: string
}

/** `value; headless: unavailable`: what most gave, then each that gave something else. */
function summary(given: readonly Given[]): string {
  const byOutcome = Map.groupBy(given, ({ outcome }) => outcome)
  const [most, ...others] = [...byOutcome].sort(([, a], [, b]) => b.length - a.length)
  const shown = others.map(([outcome, ones]) => `${modesOf(ones, given)}: ${outcome}`)
  return [most?.[0] ?? 'not recorded', ...shown].join('; ')
}

/** Modes, with the manner of driving only where both manners of a mode disagree. */
function modesOf(ones: readonly Given[], all: readonly Given[]): string {
  const modeOf = ({ who }: Given): string => who.split(' ')[0] ?? who
  const count = (given: readonly Given[], mode: string): number => given.filter((one) => modeOf(one) === mode).length
  const named = ones.map((one) => (count(ones, modeOf(one)) === count(all, modeOf(one)) ? modeOf(one) : one.who))
  return [...new Set(named)].join(', ')
}

/** A value as text that is the same for the same value: engines and drivers order keys as they like. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
