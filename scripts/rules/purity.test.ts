import { expect, it } from 'vitest'
import { impurities } from './purity.ts'

const judge = (text: string) => impurities([{ file: 'packages/engine/src/x.ts', text }])

it.each([
  ['Date.now()'],
  ['new Date()'],
  ['new Date( )'],
  ['new Date'],
  ['Date()'],
  ['[1].map(Date.now)'],
  ['const { now } = Date\n'],
  ["Date['now']()"],
  ['Temporal.Now.instant()'],
  ['performance.now()'],
  ['process.hrtime.bigint()'],
  ['Math.random()'],
  ["Math['random']()"],
  ['const luck = Math\n'],
  ['crypto.getRandomValues(bytes)'],
  ['crypto.subtle'],
  ['randomUUID()'],
  ['setTimeout(next, 0)'],
  ['fetch(url)'],
  ['globalThis'],
  ['console.log(x)'],
  [`\`\${Date.now()}\``],
])('refuses %s', (text) => {
  expect(judge(text)).not.toEqual([])
})

it.each([
  ['new Date(atMs).toISOString()'],
  ['new Date(\n  atMs,\n)'],
  ['Date.parse(text)'],
  ['Math.min(a, b)'],
  ["signal({ readFrom: 'performance.now' })"],
  ["const sources = ['Math.random', 'crypto.subtle']"],
  ['// Date.now() would make two runs differ.'],
  ['seen.crypto.subtle'],
  ['type At = { readonly date: Date }'],
])('allows %s', (text) => {
  expect(judge(text)).toEqual([])
})
