import { isNamed } from './error-name.ts'

/**
 * How browsers refuse: to opaque origins and to frames (SecurityError), by the page's policy (NotAllowedError), in
 * documents that are going away (InvalidStateError), and to private windows of some (UnknownError). A TypeError is what
 * https://storage.spec.whatwg.org/ and https://w3c.github.io/permissions/ reject with.
 */
const NAMES = 'SecurityError NotAllowedError InvalidStateError NotSupportedError UnknownError TypeError'

/** The name of a refusal; undefined for an error that is none. */
export const refusalOf = (error: unknown): string | undefined => NAMES.split(' ').find((name) => isNamed(error, name))
