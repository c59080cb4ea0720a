import { expect, it } from 'vitest'
import { allRecordings, fixturePath, recordingsOf } from './recordings.ts'

it('takes whatever was not asked for as wanted', () => {
  expect(recordingsOf({})).toEqual(allRecordings)
  expect(recordingsOf({ engine: 'firefox', driven: true }).map(({ mode }) => mode)).toEqual([
    'headless',
    'headful',
    'private',
  ])
})

it('finds nothing for a mode that an engine does not have', () => {
  expect(recordingsOf({ engine: 'webkit', mode: 'headless' })).toEqual([])
})

it.each([
  [
    { engine: 'chromium', mode: 'headless', driven: true },
    '156.0.8078.79',
    'automation/chromium-156-linux-headless-playwright.json',
  ],
  [
    { engine: 'chromium', mode: 'headless', driven: false },
    '156.0.8078.79',
    'automation/chromium-156-linux-headless-undriven.json',
  ],
  [{ engine: 'firefox', mode: 'private', driven: false }, '153.7.0', 'genuine/firefox-153-linux-private-undriven.json'],
  [
    { engine: 'webkit', mode: 'headful', driven: true },
    '2.50.6',
    'automation/webkitgtk-2.50-linux-headful-webdriver.json',
  ],
] as const)('names a file after what it holds: %o', (recording, version, path) => {
  expect(fixturePath(recording, version, 'linux')).toBe(path)
})
