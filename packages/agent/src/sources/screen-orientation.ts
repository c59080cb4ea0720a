import { complete, type Source } from '../source.ts'

/**
 * How the screen is turned, and by how much from its natural position.
 *
 * Spec: https://www.w3.org/TR/screen-orientation/#screenorientation-interface
 * Absent: where there is no screen, and in Safari before 16.4.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const screenOrientation: Source<'screenOrientation'> = ({ screen }) => {
  const { type, angle: angleDeg } = screen?.orientation ?? {}
  return complete({ type, angleDeg })
}
