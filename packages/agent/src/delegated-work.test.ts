import { beforeEach, describe, expect, it } from 'vitest'
import { type FakePage, installing, scriptPage } from '../test/script-page.ts'
import { delegatedWork } from './delegated-work.ts'
import type { Global } from './global.ts'
import { createInstance, type TracioInstance } from './instance.ts'
import type { GivenOptions } from './options.ts'

const { AbortController, clearTimeout: clear, setTimeout: later } = globalThis
const g: Global = {
  document: {},
  AbortController,
  setTimeout: (callback, ms) => later(callback, ms),
  clearTimeout: (timer) => clear(timer instanceof Object ? Number(timer) : undefined),
}
const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }
const scriptUrl = 'https://cdn.example/agent.js'

let page: FakePage
beforeEach(() => {
  page = scriptPage()
})

function instance(options: Partial<GivenOptions> = {}, timeoutMs = 2000): TracioInstance {
  const reading = { budgetMs: 300, lateAfterMs: 10_000, without: undefined }
  const there = { publicKey: 'pk', endpoint: '', apiPath: '/api' }
  const settings = { ...there, timeoutMs, ...reading, consent: true, labels: { tag: 'home' } }
  const log = (): undefined => undefined
  const work = delegatedWork({ g, page, scriptUrl, settings, options, log })
  return createInstance({ g, settings, work, log, release: () => undefined })
}

it('loads nothing before somebody asks', () => {
  instance()
  expect(page.count()).toBe(0)
})

it('hands every call to the script that it loads once, with the labels of the call', async () => {
  const calls: unknown[] = []
  const given: unknown[] = []
  const getResult = async (call: unknown): Promise<typeof ids> => {
    calls.push(call)
    return ids
  }
  const reading = { budgetMs: 200, lateAfterMs: 5000, without: ['css'] } as const
  const tracio = instance({ endpoint: '/t', region: 'eu', linkedId: 'ada', scriptUrl, ...reading })
  const asked = Promise.all([
    tracio.getResult(),
    tracio.getResult({ tag: 'login', extendedResult: true }),
    tracio.collect(),
  ])
  page.Tracio = installing({ getResult, collect: async () => ({ payload: 'abc' }) }, given)
  expect(await asked).toEqual([ids, ids, { payload: 'abc' }])
  expect(calls).toEqual([
    { tag: 'home', extendedResult: false },
    { tag: 'login', extendedResult: true },
  ])
  const there = { publicKey: 'pk', endpoint: '/t', region: 'eu', linkedId: 'ada' }
  expect(given).toEqual([{ ...there, timeoutMs: 2000, consent: true, ...reading }])
  expect(page.count()).toBe(1)
})

it('fails when the script does not load, takes its tag away, and tries again with the next call', async () => {
  const tracio = instance()
  const first = tracio.getResult()
  page.tags[0]?.fail()
  await expect(first).rejects.toMatchObject({ code: 'load_failed' })
  expect(page.tags).toEqual([])
  const second = tracio.getResult()
  page.Tracio = installing({ getResult: async () => ids })
  expect(await second).toEqual(ids)
  expect(page.count()).toBe(2)
})

describe('out of time', () => {
  it('blames a blocker when nothing was installed, and takes the tag away', async () => {
    await expect(instance({}, 120).getResult()).rejects.toMatchObject({ code: 'blocked', retryable: true })
    expect(page.tags).toEqual([])
  })
  it('blames the time when the script is at work', async () => {
    const asked = instance({}, 150).getResult()
    page.Tracio = installing({ getResult: () => new Promise(() => undefined) })
    await expect(asked).rejects.toMatchObject({ code: 'timeout' })
    expect(page.tags).toHaveLength(1)
  })
})

it('hands an error of the script on as one of its own', async () => {
  const thrown = { name: 'TracioError', code: 'opted_out', message: 'No.' }
  const asked = instance().getResult()
  page.Tracio = installing({ getResult: () => Promise.reject(thrown) })
  await expect(asked).rejects.toMatchObject({ name: 'TracioError', code: 'opted_out', retryable: false })
})

it('takes consent to the script, also what happened while it loaded', async () => {
  const given: unknown[] = []
  const consents: boolean[] = []
  const tracio = instance()
  const asked = tracio.getResult()
  tracio.consent(false)
  page.Tracio = installing({ getResult: async () => ids, consent: (yes) => void consents.push(yes) }, given)
  while (given.length === 0) await new Promise((resolve) => later(resolve, 5))
  tracio.consent(true)
  expect(await asked).toEqual(ids)
  expect([given, consents]).toEqual([[expect.objectContaining({ consent: false })], [true]])
})

it('puts everything away: the instance of the script, its tag and its global', async () => {
  const ended: string[] = []
  const tracio = instance()
  const asked = tracio.getResult()
  page.Tracio = installing({ getResult: async () => ids, destroy: () => void ended.push('inner') })
  await asked
  tracio.destroy()
  expect([ended, page.tags, 'Tracio' in page]).toEqual([['inner'], [], false])
})
