import { ApiError } from './api-error.ts'
import type { PublicKey } from './ports/directory.ts'

/**
 * What a browser says by Global Privacy Control: true when its header or its navigator asks for it, false when the
 * navigator says no, null when the browser does not speak of it.
 *
 * Spec: https://www.w3.org/TR/gpc/ ("1" is the header's only value; a browser without the wish sends no header).
 */
export const globalPrivacyControl = (
  header: string | readonly string[] | undefined,
  said: boolean | undefined,
): boolean | null => header === '1' || (said ?? null)

/** Refuses a visitor who opted out, where the key is set to obey. */
export function refuseOptOut({ privacyControl }: Pick<PublicKey, 'privacyControl'>, gpc: boolean | null): void {
  if (privacyControl === 'obey' && gpc === true) {
    throw new ApiError('privacy_opt_out', 'The browser sends Global Privacy Control, and this key obeys it.')
  }
}
