import type { SignalName, Signals } from '@tracio/contract'
import type { Global } from './global.ts'

/** A value, or the reason there is none. Two shapes, so a source can never return a look-alike value. */
export type Sample<T> = { readonly value: T } | Absence

/**
 * `unavailable`: the browser lacks the interface here. `denied`: it has it and refused. `timeout`: no answer within a time
 * that began later than the source did.
 */
export interface Absence {
  readonly absent: 'unavailable' | 'denied' | 'timeout'
}

/** Now, or later. */
export type MaybePromise<T> = T | Promise<T>

/** Reads one signal from a global. What it throws, the runner reports as `error`. */
export type Source<K extends SignalName> = (g: Global) => MaybePromise<Sample<Signals[K]>>

/** A reason for having no value. */
export const absent = (why: Absence['absent']): Absence => ({ absent: why })

/** There is nothing to read here. */
export const unavailable: Absence = absent('unavailable')

/** The browser has it and refused. */
export const denied: Absence = absent('denied')

/** A property as it is, or `unavailable` where the browser has no such property. */
export const present = <T>(value: T | undefined): Sample<T> => (value === undefined ? unavailable : { value })

/** Fields that belong together, or `unavailable` where one of them is undefined. */
export const complete = <T extends object>(fields: T): Sample<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  // None is undefined, which the compiler cannot follow.
  Object.values(fields).includes(undefined)
    ? unavailable
    : { value: fields as { [K in keyof T]: Exclude<T[K], undefined> } }
