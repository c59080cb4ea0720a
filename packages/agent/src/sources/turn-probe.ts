import { gatherCandidates } from '../gather-candidates.ts'
import { absent, type Source, unavailable } from '../source.ts'
import { offeredTurn } from '../turn-offer.ts'

/** How long the TURN server may take from the moment that the session names it: the product's own figure. */
const PROBE_MS = 300

/**
 * Whether the TURN server that the session names can be reached, and by which kinds of addresses. The server sees an address
 * that no HTTP proxy stands before, and here is told that it was asked.
 *
 * Spec: https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface, https://www.rfc-editor.org/rfc/rfc8656
 * Absent: without WebRTC, and where the session names no server (`unavailable`); a server that does not answer: `timeout`.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50 (without WebRTC); November 2026.
 */
export const turnProbe: Source<'turnProbe'> = async (g) => {
  const turn = await offeredTurn(g)
  const gathered = turn ? await gatherCandidates(g, [turn], PROBE_MS) : undefined
  if (!gathered) return unavailable
  const { candidates, errorCode, complete } = gathered
  if (!complete && errorCode === null) return absent('timeout')
  const kinds = [...new Set(candidates.flatMap((line) => / typ (\w+)/.exec(line)?.[1] ?? []))].sort()
  return { value: { kinds, errorCode } }
}
