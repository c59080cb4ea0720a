import { has } from '../has.ts'
import type { Source } from '../source.ts'

/** Messages of engines take up to 100 units; what is longer was written by somebody else. */
const MESSAGE_LENGTH_MAX = 200

/**
 * How the engine words errors and what it hangs on them. Of the stack only the form is told, because its lines hold
 * addresses of the page.
 *
 * Spec: https://tc39.es/ecma262/#sec-error-objects (which leaves words and stacks to the engine)
 * Absent: nowhere that runs JavaScript.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const errorShape: Source<'errorShape'> = (g) => {
  // Not through a variable, because Gecko names it in the message, and its name changes with every build.
  const error = thrownBy(() => JSON.parse('null').deep)
  const stack = String(Reflect.get(error, 'stack') ?? '')
  return {
    value: {
      messages: [error, thrownBy(() => (1).toFixed(101)), thrownBy(() => JSON.parse('{'))].map(({ message }) =>
        message.slice(0, MESSAGE_LENGTH_MAX),
      ),
      ownKeys: Object.getOwnPropertyNames(error).slice(0, 16),
      stackNamesError: stack.startsWith(error.name),
      stackMarksPlaces: /^\S*@/m.test(stack),
      captureStackTrace: has(g, 'Error.captureStackTrace'),
      stackTraceLimit: has(g, 'Error.stackTraceLimit'),
    },
  }
}

function thrownBy(fail: () => unknown): Error {
  try {
    fail()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return new Error('')
}
