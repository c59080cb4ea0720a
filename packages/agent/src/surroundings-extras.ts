import type { TurnOffer } from '@tracio/contract'

/** What sources of network, privacy and surroundings ask of the window; each is missing somewhere. */
export interface SurroundingsExtras {
  readonly RTCPeerConnection?: new (settings: { iceServers: TurnOffer[] }) => PeerLike
  readonly Event?: new (type: string) => { readonly timeStamp: number }
  requestAnimationFrame?(callback: (atMs: number) => void): unknown
}

/** A connection to nobody, of which only the gathering of addresses is wanted. */
export interface PeerLike {
  /** Of no type, because a handler of only the part of the event that is read would not fit the real one. */
  onicecandidate: unknown
  onicecandidateerror: unknown
  createDataChannel(label: string): unknown
  setLocalDescription(): Promise<void>
  close(): void
}

/** What the performance interface tells beside the time. */
export interface PerformanceExtras {
  readonly timeOrigin?: number
}

/** What sources ask of the document beside what all need. */
export interface DocumentExtras {
  querySelector?(selector: string): unknown
  /** Makes elements as `createElement` does, when it is given the namespace of the root. */
  createElementNS?(namespace: string, tag: string): BaitLike
}

/** An element that is only looked at for being laid out. */
export interface BaitLike {
  className: string
  readonly style: { cssText: string }
  readonly offsetHeight: number
  append(...nodes: readonly unknown[]): void
  remove(): void
}
