import { type Source, unavailable } from '../source.ts'

/**
 * What the browser says of the network, as rounded as it says it.
 *
 * Spec: https://wicg.github.io/netinfo/#networkinformation-interface
 * Absent: in Firefox and Safari (catalogue: `neverIn`). What the browser keeps back is null; desktops tell no type.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const connection: Source<'connection'> = ({ navigator }) => {
  if (!navigator?.connection) return unavailable
  const { type = null, effectiveType = null, rtt: rttMs = null, downlink, saveData = null } = navigator.connection
  // Some say "infinite" for a connection without a known limit.
  const downlinkMbps = Number.isFinite(downlink) ? Number(downlink) : null
  return { value: { type, effectiveType, rttMs, downlinkMbps, saveData } }
}
