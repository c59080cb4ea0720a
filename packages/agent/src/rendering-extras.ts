import type { BoxLike, GetContext } from './global.ts'

/** What the window offers for reading how it draws and plays, beyond the elements of a document. */
export interface RenderingExtras {
  readonly AudioBuffer?: new (options: { length: number; sampleRate: number }) => object
  readonly AudioContext?: new () => AudioDeviceLike
}

/** Audio that is played, and what plays it. */
export interface AudioDeviceLike {
  readonly sampleRate: number
  readonly baseLatency?: number
  readonly destination: { readonly maxChannelCount: number }
  close(): Promise<void>
}

/** What 2D contexts have besides drawing. */
export interface CanvasExtras {
  scale?(x: number, y: number): void
  getImageData?(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}

/** The part of WebGL, mostly of version 2, by which an image is drawn and read without waiting for the card. */
export interface WebglExtras extends Partial<DrawingWebgl> {
  getContextAttributes?(): Readonly<Record<string, string | boolean>> | null
}

/** What drawing an image and reading it takes. */
export type DrawingWebgl = Pick<
  WebGL2RenderingContext,
  | 'attachShader'
  | 'bindBuffer'
  | 'bufferData'
  | 'clear'
  | 'compileShader'
  | 'createBuffer'
  | 'createProgram'
  | 'createShader'
  | 'drawArrays'
  | 'enableVertexAttribArray'
  | 'fenceSync'
  | 'flush'
  | 'getBufferSubData'
  | 'getShaderPrecisionFormat'
  | 'getSyncParameter'
  | 'isContextLost'
  | 'linkProgram'
  | 'readPixels'
  | 'shaderSource'
  | 'useProgram'
  | 'vertexAttribPointer'
>

/** What elements have that are laid out; jsdom's lack some of it. */
export interface LaidElement {
  readonly offsetWidth: number
  getBoundingClientRect(): BoxLike
  append(...nodes: readonly object[]): void
}

/** Text and paths of vector images. */
export interface VectorElement {
  readonly style: { cssText: string }
  setAttribute(name: string, value: string): void
  getComputedTextLength(): number
  getBBox(): BoxLike
  getTotalLength(): number
  getPointAtLength(length: number): { readonly x: number; readonly y: number }
}

/** What only some elements have, or only some browsers give them. */
export interface DrawnElement extends Partial<Omit<VectorElement, 'style'>> {
  type?: string
  getContext?: GetContext
  append?: LaidElement['append']
}
