import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { settledWindow, unsettled } from './settled-window.ts'

/** A window whose clock moves by its timers alone, and which is sized from a moment on. */
function opening(sizedAtMs: number): Global & { readonly nowMs: () => number } {
  let atMs = 0
  return {
    nowMs: () => atMs,
    performance: { now: () => atMs },
    setTimeout: (callback, ms) => {
      atMs += ms
      callback()
    },
    get outerWidth() {
      return atMs < sizedAtMs ? 0 : 800
    },
    outerHeight: 600,
  }
}

it('waits until the window has its size', async () => {
  const g = opening(60)
  expect(unsettled(g)).toBe(true)
  await settledWindow(g)
  expect([unsettled(g), g.nowMs()]).toEqual([false, 60])
})

it('gives up on a window that never gets one', async () => {
  const g = opening(Number.POSITIVE_INFINITY)
  await settledWindow(g)
  expect(g.nowMs()).toBe(120)
})

it.each<[string, Global]>([
  ['a window that has its size', { outerWidth: 800, outerHeight: 600, setTimeout: () => undefined }],
  ['a global without timers, which could wait for nothing', { outerWidth: 0, outerHeight: 0 }],
  ['a worker', { setTimeout: () => undefined }],
])('does not wait for %s', (_name, g) => {
  expect(unsettled(g)).toBe(false)
})
