import type { ShownSignal } from '@tracio/contract'
import { signals } from '../../packages/contract/src/signals.ts'

/** How much of what lasts was the same in several visits. */
export interface Stability {
  /** Share of the frozen and semi signals that never changed. */
  readonly share: number
  readonly changed: readonly string[]
}

/** The catalogue says it in these words of canvas and what is made of it. */
const NOISED = /noised per session by [^;]*Firefox/

/** Compares the readings of visits by their values and gaps. What Firefox spoils at every start is left out there. */
export function stability(visits: readonly (readonly ShownSignal[])[], restartsFirefox: boolean): Stability {
  const [first = [], ...others] = visits
  const lasting = first
    .filter(({ tier }) => tier === 'frozen' || tier === 'semi')
    .filter(({ name }) => !(restartsFirefox && isNoised(name)))
  const changed = lasting.filter((one) => others.some((visit) => said(visit, one.name) !== said(first, one.name)))
  return {
    share: lasting.length === 0 ? 0 : 1 - changed.length / lasting.length,
    changed: changed.map(({ name }) => name),
  }
}

const said = (visit: readonly ShownSignal[], wanted: string): string => {
  const { value, gap } = visit.find(({ name }) => name === wanted) ?? {}
  return JSON.stringify([value, gap])
}

const isNoised = (wanted: string): boolean =>
  Object.entries(signals).some(([name, { changesWith }]) => name === wanted && NOISED.test(changesWith))
