import { beforeEach, describe, expect, it } from 'vitest'
import { type FakePage, installing, scriptPage } from '../test/script-page.ts'
import type { Global } from './global.ts'
import { type LoadedScript, loadScript } from './load-script.ts'

const g: Global = { setTimeout: (callback, ms) => setTimeout(callback, ms / 10), performance: { now: () => nowMs } }
const url = 'https://cdn.example/agent.js'
const ours = installing({})

let nowMs: number
let page: FakePage
beforeEach(() => {
  nowMs = 0
  page = scriptPage()
})
const load = (): LoadedScript => loadScript(g, page, { url, publicKey: 'pk', timeoutMs: 1000 })

it('puts one tag into the page, and gives what it installs', async () => {
  const script = load()
  expect(page.tags).toMatchObject([
    {
      src: url,
      crossOrigin: '',
      attributes: { 'data-tracio-key': 'pk', 'data-tracio-owned': '' },
    },
  ])
  setTimeout(() => {
    page.Tracio = ours
  }, 12)
  expect(await script.installed).toBe(ours)
})

describe('does not take for it', () => {
  it.each([
    ['what was there before', ours, ours],
    ['what has no init', undefined, { load: () => undefined }],
    ['nothing', undefined, undefined],
  ])('%s', async (_name, before, after) => {
    page.Tracio = before
    const { installed } = load()
    page.Tracio = after
    setTimeout(() => {
      nowMs = 1000
    }, 20)
    await expect(installed).rejects.toMatchObject({ code: 'blocked', retryable: true })
  })
})

it('fails with its tag', async () => {
  const { installed } = load()
  page.tags[0]?.fail()
  await expect(installed).rejects.toMatchObject({ code: 'load_failed', retryable: true })
})

describe('removed', () => {
  it('stops looking', async () => {
    const { installed, remove } = load()
    remove()
    expect(page.tags).toEqual([])
    await expect(installed).rejects.toMatchObject({ code: 'blocked' })
  })

  it.each([
    ['takes its global away', {}, undefined, {}],
    ['puts back what was there before', { Tracio: 'theirs' }, undefined, { Tracio: 'theirs' }],
    ['leaves alone what somebody put there since', {}, 'theirs', { Tracio: 'theirs' }],
  ])('%s', async (_name, before, since, left) => {
    Object.assign(page, before)
    const { installed, remove } = load()
    page.Tracio = ours
    await installed
    if (since !== undefined) page.Tracio = since
    remove()
    const { Tracio } = page
    expect('Tracio' in page ? { Tracio } : {}).toEqual(left)
  })
})

it('gives up where no script can be put', async () => {
  const timers: Global = {
    setTimeout: (callback) => setTimeout(callback, 0),
    performance: { now: () => (nowMs += 500) },
  }
  const { installed } = loadScript(timers, {}, { url, publicKey: 'pk', timeoutMs: 1000 })
  await expect(installed).rejects.toMatchObject({ code: 'blocked' })
})
