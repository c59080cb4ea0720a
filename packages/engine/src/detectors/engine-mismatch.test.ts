import { describe, expect, it } from 'vitest'
import { testDetector } from '../../test/detector-tester.ts'
import { engineMismatch } from './engine-mismatch.ts'

const V8 = { evalLength: 33, productSub: '20030107', vendor: 'Google Inc.' }
const SPIDERMONKEY = { evalLength: 37, productSub: '20100101', vendor: '' }
const JAVASCRIPTCORE = { evalLength: 37, productSub: '20030107', vendor: 'Apple Computer, Inc.' }

testDetector(engineMismatch, {
  clear: [
    ['Chrome, Edge, Brave, Opera, Electron, QtWebEngine', { claimedFamily: 'chromium', ...V8 }],
    ['Firefox, LibreWolf, Tor Browser', { claimedFamily: 'firefox', ...SPIDERMONKEY }],
    ['Safari on a Mac', { claimedFamily: 'safari', ...JAVASCRIPTCORE }],
    ['Chrome on an iPhone, which is WebKit underneath', { claimedFamily: 'safari', ...JAVASCRIPTCORE }],
    ['GNOME Web on Linux, which names Apple as its vendor', { claimedFamily: 'safari', ...JAVASCRIPTCORE }],
    ['Chrome whose vendor a blocker hid', { claimedFamily: 'chromium', evalLength: 33, productSub: '20030107' }],
    ['Firefox that let only its engine be read', { claimedFamily: 'firefox', evalLength: 37 }],
  ],
  detected: [
    [
      'Chromium under a Firefox name, nothing else changed',
      { claimedFamily: 'firefox', ...V8 },
      ['engine_other', 'vendor_other', 'product_sub_other'],
    ],
    [
      'Chromium under a Safari name, getters changed too',
      { claimedFamily: 'safari', ...JAVASCRIPTCORE, evalLength: 33 },
      ['engine_other'],
    ],
    [
      'Firefox under a Safari name: the engines write alike',
      { claimedFamily: 'safari', ...SPIDERMONKEY },
      ['vendor_other', 'product_sub_other'],
    ],
    ['one character less than V8 writes', { claimedFamily: 'chromium', ...V8, evalLength: 32 }, ['engine_unknown']],
    ['one character more than V8 writes', { claimedFamily: 'chromium', ...V8, evalLength: 34 }, ['engine_unknown']],
    ['Chrome with a careless extension', { claimedFamily: 'chromium', ...V8, vendor: '' }, ['vendor_other']],
  ],
})

describe('engine_mismatch says how strongly', () => {
  it.each([
    ['a lone property is below significant', { claimedFamily: 'chromium', ...V8, vendor: '' } as const, 0.4],
    ['two properties support each other', { claimedFamily: 'safari', ...SPIDERMONKEY } as const, 0.64],
    ['an unknown engine is significant', { claimedFamily: 'chromium', ...V8, evalLength: 34 } as const, 0.6],
    ['another engine cannot be argued with', { claimedFamily: 'chromium', evalLength: 37 } as const, 0.9],
  ])('%s', (_name, seen, strength) => {
    expect(engineMismatch.detect(seen)).toMatchObject({ strength })
  })
})
