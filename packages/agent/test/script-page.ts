import type { Inner, ScriptElement, ScriptPage } from '../src/load-script.ts'

/** A script tag that was put into a page, and what its network may do with it. */
export interface Tag extends ScriptElement {
  readonly attributes: Record<string, string>
  fail(): void
}

/** A page in which scripts can be put; what a script then does is for the test to say. */
export interface FakePage extends ScriptPage {
  Tracio?: unknown
  /** The tags in the page now. */
  readonly tags: Tag[]
  /** How many there ever were. */
  readonly count: () => number
}

export function scriptPage(): FakePage {
  const tags: Tag[] = []
  let count = 0
  const createElement = (): Tag => {
    const listeners: (() => void)[] = []
    const tag: Tag = {
      src: '',
      crossOrigin: null,
      attributes: {},
      setAttribute: (name, value) => {
        tag.attributes[name] = value
      },
      addEventListener: (_type, listener) => void listeners.push(listener),
      remove: () => void (tags.includes(tag) && tags.splice(tags.indexOf(tag), 1)),
      fail: () => {
        for (const listener of listeners) listener()
      },
    }
    return tag
  }
  const append = (node: Tag): void => {
    count += 1
    tags.push(node)
  }
  return { document: { createElement, head: { append } }, tags, count: () => count }
}

/** What a script installs, with an instance that answers as told. */
export const installing = (inner: Partial<Inner>, given: unknown[] = []): object => ({
  init: (options: unknown): Inner => {
    given.push(options)
    return {
      getResult: () => Promise.reject(new Error('unused')),
      collect: () => Promise.reject(new Error('unused')),
      consent: () => undefined,
      destroy: () => undefined,
      ...inner,
    }
  },
})
