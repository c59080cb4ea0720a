import type { TurnOffer } from '@tracio/contract'
import { within } from './clock.ts'
import type { Global } from './global.ts'

/** What a browser found out about its own addresses. */
export interface Gathered {
  /** Candidate lines, as https://www.rfc-editor.org/rfc/rfc8839#section-5.1 has them. */
  readonly candidates: readonly string[]
  /** Of the first failure: a STUN error code, or 701 for a server that was not reached. */
  readonly errorCode: number | null
  /** Whether the browser had ended, or had a relay by each address of the server, before the time was up. */
  readonly complete: boolean
}

interface Found {
  readonly candidate: { readonly candidate: string } | null
}

/**
 * Gathers ICE candidates with these servers for some milliseconds. Nobody is called and nobody asked; the connection is
 * closed in the end. Undefined where there is no WebRTC.
 *
 * Spec: https://w3c.github.io/webrtc-pc/#rtcpeerconnection-interface
 */
export async function gatherCandidates(g: Global, iceServers: TurnOffer[], ms: number): Promise<Gathered | undefined> {
  if (!g.RTCPeerConnection) return
  const candidates: string[] = []
  let errorCode: number | null = null
  let awaited = [iceServers[0]?.urls].flat().length
  const peer = new g.RTCPeerConnection({ iceServers })
  try {
    const ended = new Promise<boolean>((resolve, reject) => {
      peer.onicecandidateerror = (event: { readonly errorCode: number }) => {
        errorCode ??= event.errorCode
      }
      peer.onicecandidate = ({ candidate }: Found) => {
        // Firefox ends each generation with an empty line, and all of them with null as the others do.
        if (candidate?.candidate) candidates.push(candidate.candidate)
        // One for each address of the server: a browser with IPv4 and IPv6 shows both of its own.
        if (!candidate || (/ relay /.test(candidate.candidate) && --awaited < 1)) resolve(true)
      }
      peer.createDataChannel('')
      peer.setLocalDescription().catch(reject)
    })
    const complete = await within(g, ms, ended, () => false)
    return { candidates, errorCode, complete }
  } finally {
    peer.close()
  }
}
