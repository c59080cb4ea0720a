/** What the watching of behaviour asks of the window. */
export interface BehaviourExtras {
  readonly scrollX?: number
  readonly scrollY?: number
  addEventListener?(type: string, listener: (event: WatchedEvent) => void, options?: WatchOptions): void
  removeEventListener?(type: string, listener: (event: WatchedEvent) => void, options?: WatchOptions): void
}

/** Seen before the page's own listeners, and never in their way. */
export interface WatchOptions {
  readonly capture: true
  readonly passive: true
}

/** The part of events that is looked at: nothing that says which key, what text or which element. */
export interface WatchedEvent {
  readonly type: string
  readonly isTrusted: boolean
  /** Milliseconds on the clock of `performance.now`. */
  readonly timeStamp: number
  /** Compared with window and document alone. */
  readonly target: unknown
  readonly clientX?: number
  readonly clientY?: number
  readonly pointerType?: string
  readonly isPrimary?: boolean
  readonly repeat?: boolean
  /** Of a violation of the page's policy. */
  readonly effectiveDirective?: string
}

/** What is done with trusted events, by their type. */
export type Listeners = Readonly<Record<string, (event: WatchedEvent) => void>>
