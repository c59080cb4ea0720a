import { describe, expect, it } from 'vitest'
import { runApp } from '../test/running-app.ts'
import { defaultPaths, routedUrl } from './web-paths.ts'

const renamed = { script: '/assets/shop.js', api: '/assets/cart' }

it.each([
  ['/assets/shop.js?k=a', '/agent.js?k=a'],
  ['/assets/cart/session?k=a', '/api/session?k=a'],
  ['/assets/cart/identify', '/api/identify'],
  ['/assets/assets/cart/identify', '/api/identify'],
  ['/api/session?k=a', '/api/session?k=a'],
  ['/agent.js', '/agent.js'],
  ['/assets/cart/v1/events/1', '/assets/cart/v1/events/1'],
  ['/assets/cart/session/', '/assets/cart/session/'],
  ['/assets/shop.js/session', '/assets/shop.js/session'],
  ['/', '/'],
])('takes %s for %s', (url, routed) => {
  expect(routedUrl(url, renamed)).toBe(routed)
})

it('takes every address for itself when nothing was renamed', () => {
  for (const url of ['/agent.js?k=a', '/api/session?k=a', '/api/identify', '/api/v1/events/1', '/demo']) {
    expect(routedUrl(url, defaultPaths)).toBe(url)
  }
})

describe('a server with other names', () => {
  it('serves the script under both, and tells it where to call', async () => {
    const { app, url } = await runApp({ paths: renamed })
    const texts = await Promise.all(
      ['/assets/shop.js?k=a', '/agent.js'].map(async (path) => (await fetch(url + path)).text()),
    )
    expect(texts[0]).toMatch(/^\/\/.*\n\{const TRACIO_API="\/assets\/cart";/)
    expect(texts[1]).toBe(texts[0])
    await app.close()
  })

  it('opens sessions under both, and hides what was never there', async () => {
    const { app, url, first } = await runApp({ paths: renamed })
    const status = async (path: string): Promise<number> => (await fetch(url + path)).status
    expect(await status(`/assets/cart/session?k=${first.publicKey}`)).toBe(200)
    expect(await status(`/api/session?k=${first.publicKey}`)).toBe(200)
    expect(await status(`/assets/cart/sessions?k=${first.publicKey}`)).toBe(404)
    await app.close()
  })
})
