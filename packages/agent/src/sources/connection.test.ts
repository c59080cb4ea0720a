import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { connection } from './connection.ts'

it.each<[string, Global, unknown]>([
  [
    'a phone on 4G',
    { navigator: { connection: { type: 'cellular', effectiveType: '4g', rtt: 75, downlink: 9.8, saveData: true } } },
    { value: { type: 'cellular', effectiveType: '4g', rttMs: 75, downlinkMbps: 9.8, saveData: true } },
  ],
  [
    'a browser that says nothing but an endless speed',
    { navigator: { connection: { downlink: Number.POSITIVE_INFINITY } } },
    { value: { type: null, effectiveType: null, rttMs: null, downlinkMbps: null, saveData: null } },
  ],
  ['a browser without it', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(connection(g)).toEqual(expected)
})
