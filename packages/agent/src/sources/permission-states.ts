import { answered } from '../answered.ts'
import { answersOf } from '../answers-of.ts'
import type { Source } from '../source.ts'

/** Names from the specifications that https://w3c.github.io/permissions-registry/ lists, as far as they need no more. */
const NAMES =
  'accelerometer camera clipboard-read geolocation local-fonts microphone midi notifications persistent-storage screen-wake-lock storage-access'

/**
 * How each permission stands: granted, denied, or still to be asked for. Asking for a state prompts nobody.
 *
 * Spec: https://w3c.github.io/permissions/#dom-permissions-query
 * Absent: where the navigator has no permissions (older Safari, plain HTTP in some); `denied` in documents that are going
 * away. Names that the browser does not know are left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const permissionStates: Source<'permissionStates'> = ({ navigator }) =>
  answered(async () => {
    const permissions = navigator?.permissions
    if (!permissions?.query) return
    return answersOf(NAMES, async (name) => (await permissions.query?.({ name }))?.state)
  })
