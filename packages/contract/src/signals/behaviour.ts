import { type Decoder, dict, INVALID, int, list, num, shape } from '../decoder.ts'
import { type Signal, type SignalFacts, signal } from './signal.ts'

/** A thousand events a second for a week; no page is watched for longer. Chosen by hand, November 2026. */
const COUNT_MAX = 1_000_000_000

/** A week in ms and more px than a page can be long: what exceeds it was not measured. Chosen by hand, November 2026. */
const MEASURE_MAX = 1_000_000_000

/** Counts or times by type of event. The agent watches eighteen; the rest is room for later ones. */
const byType = dict(int(0, COUNT_MAX), 32)

const LENGTH = 5
const measures = list(num(0, MEASURE_MAX), LENGTH)

/** What many measurements come to: count, mean, standard deviation, least and most; empty when there was none. */
const series: Decoder<readonly number[]> = (input) => {
  const numbers = measures(input)
  return numbers === INVALID || numbers.length === 0 || numbers.length === LENGTH ? numbers : INVALID
}

const facts = (readFrom: string, changesWith: string, unit?: string): SignalFacts => ({
  family: 'behaviour',
  wave: 'late',
  tier: 'session',
  readFrom,
  contexts: ['window'],
  changesWith,
  ...(unit === undefined ? {} : { unit }),
})

const seriesSignal = (unit: string, readFrom: string, changesWith: string): Signal<readonly number[]> =>
  signal(series, {
    ...facts(readFrom, changesWith, unit),
    digested: 'count, mean, deviation, least and most in place of every event, for size and for privacy',
  })

/**
 * What the visitor did from the first identification on, in numbers: never which key, what text, which element or where.
 * They come with the late payload alone. Measures are of trusted events; a pause of a second ends a movement.
 */
export const behaviourSignals = {
  inputEvents: signal(byType, facts('Event#isTrusted: events that the browser made', 'what the visitor does')),
  syntheticEvents: signal(
    byType,
    facts('Event#isTrusted: events that a script made', 'scripts of page, extension, tool'),
  ),
  moveInterval: seriesSignal('ms', 'Event#timeStamp from move to move', 'hand, device, rate of the screen; drivers'),
  moveStep: seriesSignal(
    'CSS px',
    'PointerEvent#clientX, #clientY from move to move',
    'hand and device; jumps of drivers',
  ),
  moveSpeed: seriesSignal('CSS px a ms', 'PointerEvent: step by interval', 'hand and device; even speed of drivers'),
  moveTurn: seriesSignal('rad', 'PointerEvent: angle between two steps', 'hand and device; straight lines of drivers'),
  pressDwell: seriesSignal('ms', 'Event#timeStamp from pointerdown to pointerup', 'hand and device; drivers'),
  pressPause: seriesSignal('ms', 'Event#timeStamp from the last move to a press', 'hand and device; drivers'),
  keyInterval: seriesSignal('ms', 'Event#timeStamp from keydown to keydown', 'skill and keyboard; drivers'),
  keyDwell: seriesSignal('ms', 'Event#timeStamp from keydown to keyup of lone keys', 'hand and keyboard; drivers'),
  scrolls: seriesSignal('CSS px', 'Window#scrollX, #scrollY after an input', 'what the visitor does'),
  awayTime: seriesSignal('ms', 'blur and focus of Window', 'what the visitor does'),
  pageTime: signal(
    shape({ watchedMs: num(0, MEASURE_MAX), hiddenMs: num(0, MEASURE_MAX) }),
    facts('Performance#now, Document#visibilityState', 'what the visitor does', 'ms'),
  ),
  firstInput: signal(byType, facts('Event#timeStamp of the first of each type', 'what the visitor does', 'ms')),
}
