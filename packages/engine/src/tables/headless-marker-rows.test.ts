import { expect, it } from 'vitest'
import { POINTS_MIN } from '../detectors/headless-markers.ts'
import { type HeadlessMarkerRow, headlessMarkerRows } from './headless-marker-rows.ts'

const rows: readonly HeadlessMarkerRow[] = headlessMarkerRows

it('lets only a name decide alone', () => {
  const deciders = rows.filter(({ points }) => points >= POINTS_MIN)
  expect(deciders.map(({ cause }) => cause)).toEqual(['name', 'name'])
})

it('gives every row a source and a month', () => {
  expect(rows.filter(({ source, since }) => source.length < 10 || !/^20\d\d-\d\d$/.test(since))).toEqual([])
})

it('asks browsers other than desktop Chromium about their name and their graphics alone', () => {
  const everybody = rows.filter(({ desktopChromiumOnly }) => !desktopChromiumOnly)
  expect(new Set(everybody.map(({ cause }) => cause))).toEqual(new Set(['name', 'gpu']))
})

const bare = {
  outerWidth: 1600,
  outerHeight: 900,
  innerWidth: 1600,
  innerHeight: 790,
  pluginCount: 5,
  notificationPermission: 'default',
  notificationQuery: 'prompt',
  chromeObject: true,
  documentFocus: true,
  visibility: 'visible',
  rttMs: 50,
}

it('finds nothing where nothing more than the window could be read', () => {
  const found = rows.filter(({ find }) => find({ headlessMarkers: bare, requestUserAgent: '' }) !== undefined)
  expect(found).toEqual([])
})

it.each([
  ['HeadlessChrome/156.0.0.0', 'HeadlessChrome'],
  ['HeadlessEdg/120.0.0.0', 'HeadlessEdg'],
  ['PhantomJS/2.1.1 Safari/538.1', 'PhantomJS/'],
  ['(KHTML, like Gecko) jsdom/26.0.0', 'jsdom/'],
  ['(KHTML, like Gecko) HappyDOM/20.0.0', 'HappyDOM/'],
])('knows the name in "%s"', (requestUserAgent, token) => {
  expect(rows[0]?.find({ headlessMarkers: bare, requestUserAgent })).toBe(token)
})

it.each(['SwiftShader', 'llvmpipe (LLVM 15.0.6, 256 bits)', 'softpipe', 'Microsoft Basic Render Driver'])(
  'knows that %s computes on the processor',
  (rendererUnmasked) => {
    const webglBasics = {
      version: '',
      vendor: '',
      renderer: '',
      shadingLanguageVersion: '',
      vendorUnmasked: null,
      rendererUnmasked,
    }
    const row = rows.find(({ reason }) => reason === 'software_renderer')
    expect(row?.find({ headlessMarkers: bare, requestUserAgent: '', webglBasics })).toBe(rendererUnmasked)
  },
)
