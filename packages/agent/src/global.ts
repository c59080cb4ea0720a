import type { BehaviourExtras, WatchedEvent } from './behaviour/behaviour-extras.ts'
import type { ComputedExtras, DisplayExtras, ElementExtras } from './display-extras.ts'
import type { DocumentIntegrity, RootIntegrity, WindowIntegrity } from './integrity-extras.ts'
import type { ConnectionLike, NavigatorExtras } from './navigator-extras.ts'
import type { PlatformDocumentExtras, PlatformExtras, PlatformNavigatorExtras } from './platform-extras.ts'
import type { CanvasExtras, DrawnElement, RenderingExtras, WebglExtras } from './rendering-extras.ts'
import type { DocumentExtras, PerformanceExtras, SurroundingsExtras } from './surroundings-extras.ts'
import type { IntlLike, WindowExtras } from './window-extras.ts'
import type { WorkerExtras } from './worker-extras.ts'

/**
 * What sources may ask for. The real window fits this type, and so does a literal of a few fields in a test; a worker's
 * global will. Every interface is optional, because every one of them is missing somewhere: the compiler then reminds
 * each source to say what it does without it.
 */
export interface Global
  extends WindowExtras,
    DisplayExtras,
    WorkerExtras,
    SurroundingsExtras,
    WindowIntegrity,
    BehaviourExtras,
    PlatformExtras,
    RenderingExtras {
  readonly navigator?: NavigatorLike
  readonly document?: DocumentLike
  readonly screen?: {
    readonly width?: number
    readonly height?: number
    readonly availWidth?: number
    readonly availHeight?: number
    readonly colorDepth?: number
    readonly availLeft?: number
    readonly availTop?: number
    readonly isExtended?: boolean
    readonly orientation?: { readonly type: string; readonly angle: number }
  }
  readonly location?: { readonly origin?: string; readonly pathname?: string; readonly href?: string }
  readonly devicePixelRatio?: number
  readonly innerWidth?: number
  readonly innerHeight?: number
  readonly outerWidth?: number
  readonly outerHeight?: number
  readonly ontouchstart?: unknown
  readonly chrome?: unknown
  readonly eval?: unknown
  readonly localStorage?: unknown
  readonly sessionStorage?: unknown
  readonly Math?: Partial<Math>
  readonly Intl?: IntlLike
  readonly Notification?: { readonly permission?: string }
  readonly OfflineAudioContext?: new (channels: number, frames: number, rateHz: number) => OfflineAudioLike
  matchMedia?(query: string): { readonly matches: boolean }

  readonly performance?: PerformanceExtras & { now?(): number; readonly memory?: { readonly jsHeapSizeLimit?: number } }
  setTimeout?(callback: () => void, ms: number): unknown
  clearTimeout?(timer: unknown): void
  readonly MessageChannel?: typeof MessageChannel

  readonly crypto?: { readonly subtle?: Pick<SubtleCrypto, 'importKey' | 'encrypt'>; getRandomValues?: RandomValues }
  readonly CompressionStream?: typeof CompressionStream
  readonly Response?: typeof Response
  readonly Blob?: typeof Blob
  readonly AbortController?: typeof AbortController
  fetch?(url: string, init: RequestInit): Promise<Response>
  readonly Request?: { readonly prototype: object }
  readonly XMLHttpRequest?: new () => XhrLike
  atob?(base64: string): string
  btoa?(binary: string): string
  readonly console?: { debug?(...what: unknown[]): void }
}

/** The part of XMLHttpRequest that stands in for fetch. */
export interface XhrLike {
  readonly status: number
  readonly responseText: string
  withCredentials: boolean
  open(method: string, url: string): void
  send(body?: Blob | Uint8Array<ArrayBuffer>): void
  abort(): void
  addEventListener(type: string, listener: () => void): void
}

type RandomValues = (into: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/** The part of the navigator that sources ask. */
export interface NavigatorLike extends NavigatorExtras, PlatformNavigatorExtras {
  readonly userAgent?: string
  readonly languages?: readonly string[]
  readonly language?: string
  readonly platform?: string
  readonly vendor?: string
  readonly productSub?: string
  readonly hardwareConcurrency?: number
  readonly deviceMemory?: number
  readonly maxTouchPoints?: number
  readonly cookieEnabled?: boolean
  readonly webdriver?: boolean
  readonly globalPrivacyControl?: boolean
  readonly onLine?: boolean
  readonly plugins?: PluginListLike
  readonly permissions?: { query?(wanted: { readonly name: string }): Promise<{ readonly state: string }> }
  readonly connection?: ConnectionLike
  readonly userAgentData?: UserAgentData
}

/** What `navigator.plugins` is, as far as it is asked. */
export interface PluginListLike extends ArrayLike<ArrayLike<{ readonly type: string }> & { readonly name: string }> {
  item?(index: number): unknown
}

/** Client hints, as far as they come without a question. */
export interface UserAgentData {
  readonly brands: readonly Brand[]
  readonly mobile: boolean
  readonly platform: string
  getHighEntropyValues?(hints: readonly string[]): Promise<HighEntropyValues>
}

interface Brand {
  readonly brand: string
  readonly version: string
}

/** Client hints that must be asked for; a browser may keep any of them back. */
export interface HighEntropyValues {
  readonly architecture?: string
  readonly bitness?: string
  readonly model?: string
  readonly platformVersion?: string
  readonly fullVersionList?: readonly Brand[]
  readonly wow64?: boolean
}

/** The part of the document that sources and the runner use. */
export interface DocumentLike extends DocumentExtras, DocumentIntegrity, PlatformDocumentExtras {
  readonly documentElement?: RootLike
  readonly visibilityState?: string
  readonly currentScript?: { readonly src?: string; getAttribute?(name: string): string | null } | null
  hasFocus?(): boolean
  createEvent?(kind: string): unknown
  createElement?: CreateElement
  addEventListener?(type: string, listener: (event: WatchedEvent) => void): void
  removeEventListener?(type: string, listener: (event: WatchedEvent) => void): void
}

interface RootLike extends RootIntegrity {
  readonly clientWidth?: number
  readonly clientHeight?: number
  readonly namespaceURI?: string | null
  append?(node: unknown): void
  hasAttribute?(name: string): boolean
}

interface CreateElement {
  (tag: 'canvas'): CanvasLike
  (tag: 'iframe'): FrameLike
}

/** A canvas of which the context may be missing. */
export interface CanvasLike {
  width: number
  height: number
  getContext?: GetContext
}

/** Reading often keeps a canvas in the processor's memory. */
export interface GetContext {
  (kind: '2d', options?: { readonly alpha?: boolean; readonly willReadFrequently?: boolean }): Context2d | null
  (kind: 'webgl' | 'webgl2', options?: { readonly antialias: boolean }): WebglLike | null
}

/** The part of a 2D context that our drawings use. */
export type Context2d = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'bezierCurveTo'
  | 'createRadialGradient'
  | 'ellipse'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalCompositeOperation'
  | 'isPointInPath'
  | 'lineWidth'
  | 'moveTo'
  | 'rect'
  | 'rotate'
  | 'shadowBlur'
  | 'shadowColor'
  | 'stroke'
  | 'strokeStyle'
  | 'textBaseline'
> & { measureText?(text: string): Readonly<Partial<TextMetrics>> } & CanvasExtras

/** A WebGL context of either version. */
export interface WebglLike extends WebglExtras {
  getParameter(name: number): unknown
  getExtension(name: string): unknown
  getSupportedExtensions?(): readonly string[] | null
}

/** An iframe that may have no document. */
export interface FrameLike {
  readonly style: { cssText: string }
  readonly contentDocument: FrameDocument | null
  readonly contentWindow?: FrameWindow | null
  remove(): void
}

/** The window inside: a realm that the page has not changed. */
export interface FrameWindow extends Pick<WindowExtras, 'Date'> {
  readonly document?: DocumentLike
  readonly Intl?: IntlLike
  readonly navigator?: { readonly webdriver?: boolean }
  readonly console?: { debug?(...what: unknown[]): void }
  readonly Function?: { readonly prototype: { readonly toString: (this: unknown) => string } }
  getComputedStyle?(element: SpanLike): ComputedLike
}

/** Style as the browser computed it. */
export interface ComputedLike extends ComputedExtras {
  readonly color: string
  readonly font: string
  readonly fontFamily: string
  readonly fontSize: string
  readonly fontWeight: string
}

/** The document inside, in which text is measured. */
export interface FrameDocument {
  readonly body: { append(node: unknown): void } | null
  createElement(tag: string): SpanLike
  createElementNS?(namespace: string, tag: string): MathLike
}

/** An element that is laid out. */
export interface SpanLike extends ElementExtras, DrawnElement {
  readonly style: { cssText: string; readonly color?: string }
  textContent: string | null
  readonly offsetWidth: number
  getBoundingClientRect?(): BoxLike
}

/** A formula or a part of one, or a part of a vector image. */
export interface MathLike extends ElementExtras, DrawnElement {
  textContent: string | null
  append(...nodes: readonly object[]): void
  getBoundingClientRect(): BoxLike
}

/** Where a box is, for who asks that, and its size. */
export interface BoxLike {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** Audio that is computed and not played. */
export interface OfflineAudioLike {
  readonly state?: string
  readonly destination: object
  createOscillator(): AudioNodeLike & { type: string; readonly frequency: Param; start(): void }
  createBiquadFilter?(): FilterLike
  createDynamicsCompressor(): AudioNodeLike & {
    readonly threshold: Param
    readonly knee: Param
    readonly ratio: Param
    readonly attack: Param
    readonly release: Param
  }
  startRendering(): Promise<RenderedLike>
}

/** Sound as numbers. */
export interface RenderedLike {
  readonly sampleRate: number
  getChannelData(channel: number): Float32Array
}

interface AudioNodeLike {
  connect(to: unknown): unknown
}

/** A knob of an audio node. */
export interface Param {
  value: number
  readonly minValue?: number
  readonly maxValue?: number
  readonly defaultValue?: number
}

interface FilterLike {
  type?: string
  readonly Q: Param
  readonly gain: Param
  readonly frequency: Param
  readonly detune: Param
  getFrequencyResponse?(hz: Float32Array, gains: Float32Array, phases: Float32Array): void
}
