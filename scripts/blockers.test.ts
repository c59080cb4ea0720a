import { expect, it } from 'vitest'
import { routedUrl } from '../packages/server/src/web-paths.ts'
import { agentOutputs } from './launcher/bundles.mjs'
import { blockedBy, blockerRules } from './rules/blocker-rules.ts'

const key = `tracio_pk_${'0123456789'.repeat(4)}`

it('knows what blockers block', () => {
  expect(new Set(blockerRules).size).toBe(blockerRules.length)
  const blocked = [
    'https://a.example/js/fingerprint2.min.js',
    'https://a.example/botd.esm.js',
    'https://a.example/FP/check.js',
    'https://a.example/v1/collect?k=1',
    'https://a.example/api/analytics',
    'https://a.example/log_agent.js',
    'https://a.example/stats',
    'https://a.example/get-pro/1?a=1&fingerprint=2',
  ]
  expect(blocked.filter((url) => blockedBy(url) === undefined)).toEqual([])
  expect(blockedBy('https://a.example/catalogue/?page=2')).toBeUndefined()
})

it.each([
  `/agent.js?k=${key}`,
  '/agent.js',
  `/api/session?k=${key}`,
  `/api/session?k=${key}&gpc=1`,
  '/api/identify',
  `/t/agent.js?k=${key}`,
  '/t/api/identify',
])('blockers have no rule against %s', (path) => {
  expect(blockedBy(`https://shop.example${path}`)).toBeUndefined()
  expect(blockedBy(`https://id.shop.example:8443${path}`)).toBeUndefined()
})

it('the names that the manual proposes are neutral too, and lead to us', () => {
  const paths = { script: '/assets/shop.js', api: '/assets/cart' }
  const led = [`${paths.script}?k=${key}`, `${paths.api}/session?k=${key}`, `${paths.api}/identify`].map((path) => {
    expect(blockedBy(`https://shop.example${path}`)).toBeUndefined()
    return routedUrl(path, paths)
  })
  expect(led).toEqual([`/agent.js?k=${key}`, `/api/session?k=${key}`, '/api/identify'])
})

it('no file of the package has a name that blockers know, from wherever it is served', () => {
  const files = agentOutputs.map((file) => file.replace('packages/agent/', ''))
  expect(files).toEqual(['dist/index.js', 'dist/agent.js'])
  const urls = files.flatMap((file) => [
    `http://localhost:5173/node_modules/@tracio/agent/${file}`,
    `https://cdn.example/npm/@tracio/agent@1.2.3/${file}`,
  ])
  expect(urls.map(blockedBy)).toEqual(urls.map(() => undefined))
})
