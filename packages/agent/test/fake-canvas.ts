import type { CanvasLike, Context2d, Global, WebglLike } from '../src/global.ts'

interface Contexts {
  readonly '2d'?: Context2d
  readonly webgl?: WebglLike
  readonly webgl2?: WebglLike
}

/** A global whose only element is a canvas with the given contexts; what it shows is for the caller to say. */
export function withCanvas(contexts: Contexts): Global {
  function getContext(kind: '2d'): Context2d | null
  function getContext(kind: 'webgl' | 'webgl2'): WebglLike | null
  function getContext(kind: keyof Contexts): Context2d | WebglLike | null {
    return contexts[kind] ?? null
  }
  function createElement(tag: 'canvas'): CanvasLike
  function createElement(tag: 'iframe'): never
  function createElement(): CanvasLike {
    return { width: 300, height: 150, getContext }
  }
  return { document: { createElement } }
}

/** A graphics card: parameters by number, extensions by name. */
export const graphics = (
  parameters: Readonly<Record<number, unknown>>,
  extensions: readonly string[] = [],
): WebglLike => ({
  getParameter: (name) => parameters[name] ?? null,
  getExtension: (name) => (extensions.includes(name) ? {} : null),
})
