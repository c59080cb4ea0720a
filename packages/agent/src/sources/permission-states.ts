import type { NavigatorLike } from '../global.ts'
import { refusalOf } from '../refusal.ts'
import { absent, type Source } from '../source.ts'

/** Names from the specifications that https://w3c.github.io/permissions-registry/ lists, as far as they need no more. */
const NAMES =
  'accelerometer background-sync camera clipboard-read clipboard-write geolocation idle-detection local-fonts microphone midi notifications payment-handler persistent-storage screen-wake-lock storage-access window-management'

/**
 * How each permission stands: granted, denied, or still to be asked for. Asking for a state prompts nobody.
 *
 * Spec: https://w3c.github.io/permissions/#dom-permissions-query
 * Absent: where the navigator has no permissions (older Safari, plain HTTP in some). Names that the browser does not know are left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const permissionStates: Source<'permissionStates'> = async ({ navigator }) => {
  if (!navigator?.permissions?.query) return absent('unavailable')
  const names = NAMES.split(' ')
  const states = await Promise.all(names.map((name) => stateOf(navigator.permissions, name)))
  return { value: Object.fromEntries(names.flatMap((name, i) => (states[i] ? [[name, states[i]]] : []))) }
}

async function stateOf(permissions: NavigatorLike['permissions'], name: string): Promise<string | undefined> {
  try {
    return (await permissions?.query?.({ name }))?.state
  } catch (error) {
    // For a name that it does not know, in a document that is going away, or of an opaque origin.
    if (refusalOf(error)) return
    throw error
  }
}
