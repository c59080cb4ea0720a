import { answered } from '../answered.ts'
import type { Source } from '../source.ts'

/**
 * How many microphones, cameras and loudspeakers the browser admits to; names and ids stay unread. Nobody is asked:
 * before a permission is given browsers tell at most one of each kind.
 *
 * Spec: https://w3c.github.io/mediacapture-main/#dom-mediadevices-enumeratedevices
 * Absent: on plain HTTP pages (`unavailable`); where a policy forbids it (`denied`).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mediaDeviceKinds: Source<'mediaDeviceKinds'> = ({ navigator }) =>
  answered(async () => {
    const devices = await navigator?.mediaDevices?.enumerateDevices?.()
    if (!devices) return
    const value: Record<string, number> = { audioinput: 0, videoinput: 0, audiooutput: 0 }
    for (const { kind } of devices) value[kind] = (value[kind] ?? 0) + 1
    return value
  })
