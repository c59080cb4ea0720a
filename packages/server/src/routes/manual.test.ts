import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { contents } from '../manual/contents.ts'

let running: RunningApp
beforeAll(async () => {
  running = await runApp()
})
afterAll(() => running.app.close())

const get = (path: string): Promise<Response> => fetch(`${running.url}${path}`)

it.each(contents.map(([page]) => (page === 'index' ? '/docs' : `/docs/${page}`)))(
  'shows %s, and every page it leads to',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await response.text()
    expect(html).toContain('aria-current="page"')
    const targets = new Set([...html.matchAll(/href="(\/docs[^"#]*)/g)].map(([, target = '']) => target))
    const statuses = await Promise.all([...targets].map(async (target) => [target, (await get(target)).status]))
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
  },
)

it('runs no script, and says so', async () => {
  const response = await get('/docs')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*script-src)/)
})

it('serves nothing but its own pages', async () => {
  expect((await get('/docs/../package.json')).status).toBe(404)
  expect((await get('/docs/nothing')).status).toBe(404)
})
