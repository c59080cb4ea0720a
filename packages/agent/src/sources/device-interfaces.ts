import { presence } from '../has.ts'
import type { Source } from '../source.ts'

const PATHS =
  'Accelerometer DeviceMotionEvent ondevicemotion orientation navigator.bluetooth navigator.contacts navigator.serial navigator.standalone navigator.usb navigator.vibrate navigator.xr'

/**
 * Which interfaces to sensors, sockets and other parts of the device there are: phones and desktops, and engines,
 * differ. They are looked for and not used.
 *
 * Spec: https://www.w3.org/TR/generic-sensor/, https://w3c.github.io/deviceorientation/, https://wicg.github.io/webusb/
 * Absent: nowhere; on plain HTTP pages most of them are missing.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const deviceInterfaces: Source<'deviceInterfaces'> = (g) => ({ value: presence(g, PATHS) })
