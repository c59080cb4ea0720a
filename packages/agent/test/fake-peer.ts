import type { Global } from '../src/global.ts'
import type { PeerLike } from '../src/surroundings-extras.ts'

/** What a connection reports after its offer: candidate lines, `null` for the end, numbers for errors. */
export type Report = readonly (string | number | null)[]

/** A browser whose connections report this, the settings they were made with, and how many are still open. */
export interface ConnectingPage {
  readonly g: Global
  readonly settings: object[]
  readonly open: () => number
}

type Handler = ((event: object) => void) | null

/** A page of a browser with WebRTC, and with timers that fire at once when they are asked for. */
export function connecting(report: Report, refused?: Error): ConnectingPage {
  const settings: object[] = []
  let open = 0
  class Peer implements PeerLike {
    onicecandidate: Handler = null
    onicecandidateerror: Handler = null
    constructor(given: object) {
      settings.push(given)
      open++
    }
    createDataChannel(): object {
      return {}
    }
    async setLocalDescription(): Promise<void> {
      if (refused) throw refused
      for (const event of report) {
        if (typeof event === 'number') this.onicecandidateerror?.({ errorCode: event })
        else this.onicecandidate?.({ candidate: event === null ? null : { candidate: event } })
      }
    }
    close(): void {
      open--
    }
  }
  return {
    g: { RTCPeerConnection: Peer, setTimeout: (callback) => setTimeout(callback, 5), clearTimeout: () => undefined },
    settings,
    open: () => open,
  }
}

/** Candidate lines as browsers write them; documentation addresses but for the last two. */
export const LINES = {
  mdns: 'candidate:1 1 udp 2113937151 13ec42d4-fd95-4004-be74-2134bfdd0aa4.local 38275 typ host generation 0',
  mdnsTcp: 'candidate:2 1 TCP 2105458943 56867816-b5b0-4e9e-84db-f1b40eb806d0.local 9 typ host tcptype active',
  private4: 'candidate:3 1 udp 2113937151 192.168.1.7 38275 typ host generation 0',
  private6: 'candidate:4 1 udp 2113937151 fd00::17 38275 typ host generation 0',
  relay: 'candidate:5 1 udp 41885439 10.0.0.3 49152 typ relay raddr 0.0.0.0 rport 0',
  public4: 'candidate:6 1 udp 1677729535 8.8.4.4 3478 typ srflx raddr 0.0.0.0 rport 0',
  public6: 'candidate:7 1 udp 2113937151 2001:4860:4860::8888 38275 typ host generation 0',
} as const
