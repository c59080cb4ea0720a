import { expect, it } from 'vitest'
import { fontFamilies } from '../font-families.ts'
import type { CanvasLike, DocumentLike, FrameLike, SpanLike } from '../global.ts'
import { fonts } from './fonts.ts'

interface Page {
  readonly document: DocumentLike
  /** What hangs on the root element right now. */
  readonly attached: Set<unknown>
}

/** A page that renders text as wide as `widthOf` says for a list of families; 0 for everything: nothing is laid out. */
function page(widthOf: (families: string) => number, hasDocument = true): Page {
  const attached = new Set<unknown>()
  const span = (): SpanLike => {
    const style = { cssText: '' }
    return {
      style,
      textContent: '',
      get offsetWidth() {
        return widthOf(style.cssText.replace(/.*72px /, ''))
      },
    }
  }
  function createElement(tag: 'canvas'): CanvasLike
  function createElement(tag: 'iframe'): FrameLike
  function createElement(): CanvasLike & FrameLike {
    const frame = {
      ...{ width: 0, height: 0, style: { cssText: '' } },
      contentDocument: hasDocument ? { body: { append: () => undefined }, createElement: span } : null,
      remove: () => attached.delete(frame),
    }
    return frame
  }
  return { attached, document: { createElement, documentElement: { append: (node) => attached.add(node) } } }
}

/** Rendering of the named families: each at its own width, else the stand-in's. */
const having =
  (widths: Readonly<Record<string, number>>) =>
  (families: string): number => {
    const wanted = families.split(',').map((name) => name.replaceAll('"', ''))
    return wanted.map((name) => widths[name]).find((width) => width !== undefined) ?? 0
  }
const standIns = { monospace: 600, serif: 500 }

it.each<[string, Page, unknown]>([
  [
    'finds what is installed, in our order',
    page(having({ ...standIns, Hack: 610, Calibri: 480 })),
    { value: ['Calibri', 'Hack'] },
  ],
  [
    'finds a family that is the very face of one stand-in',
    page(having({ ...standIns, Roboto: 500 })),
    { value: ['Roboto'] },
  ],
  ['a machine without any of ours', page(having(standIns)), { value: [] }],
  ['nothing is laid out', page(() => 0), { absent: 'unavailable' }],
  ['jsdom, which has no widths at all', page(() => Number.NaN), { absent: 'unavailable' }],
  ['a frame without a document', page(having(standIns), false), { absent: 'unavailable' }],
])('%s, and leaves nothing behind', (_name, { document, attached }, expected) => {
  expect(fonts({ document })).toEqual(expected)
  expect(attached.size).toBe(0)
})

it.each([
  ['no document', {}],
  ['a document without a root', { document: {} }],
])('%s', (_name, g) => {
  expect(fonts(g)).toEqual({ absent: 'unavailable' })
})

it('looks for 69 or more families, each once', () => {
  expect(fontFamilies.length).toBeGreaterThanOrEqual(69)
  expect(new Set(fontFamilies).size).toBe(fontFamilies.length)
})
