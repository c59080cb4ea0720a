import { describe, expect, it } from 'vitest'
import { answering } from '../../test/fake-worker.ts'
import { paper } from '../../test/paper.ts'
import { fontFamilies } from '../font-families.ts'
import type { CanvasLike, Context2d, DocumentLike, FrameLike, SpanLike } from '../global.ts'
import { fonts } from './fonts.ts'

interface Page {
  readonly document: DocumentLike
  /** What hangs on the root element right now. */
  readonly attached: Set<unknown>
}

/** A page that renders text as wide as `widthOf` says for a list of families. */
function page(widthOf: (families: string) => number, inside: 'canvas' | 'no canvas' | 'no document' = 'canvas'): Page {
  const attached = new Set<unknown>()
  const context: Context2d = {
    ...paper,
    measureText() {
      return { width: widthOf(this.font.replace('72px ', '')) }
    },
  }
  function getContext(kind: '2d'): Context2d
  function getContext(kind: 'webgl' | 'webgl2'): null
  function getContext(kind: string): Context2d | null {
    return kind === '2d' ? context : null
  }
  const element = (): SpanLike => ({
    style: { cssText: '' },
    textContent: '',
    offsetWidth: 0,
    ...(inside === 'canvas' ? { getContext } : {}),
  })
  function createElement(tag: 'canvas'): CanvasLike
  function createElement(tag: 'iframe'): FrameLike
  function createElement(): CanvasLike & FrameLike {
    const frame = {
      ...{ width: 0, height: 0, style: { cssText: '' } },
      contentDocument: inside === 'no document' ? null : { body: null, createElement: element },
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
  ['text without widths', page(() => 0), { absent: 'unavailable' }],
  [
    'finds all that are the face of one stand-in',
    page(having({ ...standIns, Calibri: 600, Hack: 600, Lato: 600 })),
    { value: ['Calibri', 'Hack', 'Lato'] },
  ],
  ['widths that are no numbers', page(() => Number.NaN), { absent: 'unavailable' }],
  ['jsdom, which has no canvas', page(having(standIns), 'no canvas'), { absent: 'unavailable' }],
  ['a frame without a document', page(having(standIns), 'no document'), { absent: 'unavailable' }],
])('%s, and leaves nothing behind', async (_name, { document, attached }, expected) => {
  expect(await fonts({ document })).toEqual(expected)
  expect(attached.size).toBe(0)
})

it.each([
  ['no document', {}],
  ['a document without a root', { document: {} }],
])('%s', async (_name, g) => {
  expect(await fonts(g)).toEqual({ absent: 'unavailable' })
})

it('looks for 69 or more families, each once', () => {
  expect(fontFamilies.length).toBeGreaterThanOrEqual(69)
  expect(new Set(fontFamilies).size).toBe(fontFamilies.length)
})

it('lets the page have the thread after a few families, and keeps its frame meanwhile', async () => {
  const { document, attached } = page(having(standIns))
  let turns = 0
  class Channel extends MessageChannel {
    constructor() {
      super()
      turns++
    }
  }
  const reading = fonts({ document, MessageChannel: Channel })
  expect([attached.size, turns]).toEqual([1, 1])
  expect(await reading).toEqual({ value: [] })
  expect([attached.size, turns]).toEqual([0, Math.ceil(fontFamilies.length / 8)])
})

describe('in Chromium', () => {
  const chromium = { webkitRequestFileSystem: () => undefined }
  const inFrame = page(having({ ...standIns, Hack: 610 }))

  it('is what the worker found', async () => {
    const { g } = answering({ fonts: ['Lato'] })
    expect(await fonts({ ...g, ...inFrame, ...chromium, setTimeout: () => 0 })).toEqual({ value: ['Lato'] })
  })
  it.each([
    ['has no canvas', {}],
    ['cannot start', undefined],
  ])('is what the frame shows when the worker %s', async (_name, answer) => {
    const { g } = answering(answer)
    expect(await fonts({ ...g, ...inFrame, ...chromium, setTimeout: () => 0 })).toEqual({ value: ['Hack'] })
  })
  it('is what the frame shows when the worker takes long', async () => {
    const { g } = answering(new Promise(() => undefined))
    const timers: (() => void)[] = []
    const reading = fonts({ ...g, ...inFrame, ...chromium, setTimeout: (late) => timers.push(late) })
    for (const late of timers) late()
    expect(await reading).toEqual({ value: ['Hack'] })
  })
  it('is asked of no worker elsewhere', async () => {
    const { g, made } = answering({ fonts: ['Lato'] })
    expect(await fonts({ ...g, ...inFrame })).toEqual({ value: ['Hack'] })
    expect(made()).toBe(0)
  })
})
