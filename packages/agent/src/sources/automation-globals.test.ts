import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { automationGlobals } from './automation-globals.ts'

const page = (names: readonly string[], document: object = {}): Global => ({
  ...Object.fromEntries(names.map((name) => [name, {}])),
  document,
})

it.each([
  ['ChromeDriver', 'cdc_adoQpoasnfa76pfcZLmcfl_Array'],
  ['ChromeDriver of another build', 'cdc_xyz_Promise'],
  ['Selenium', '_selenium'],
  ['Selenium IDE', '_Selenium_IDE_Recorder'],
  ['Watir', '__lastWatirAlert'],
  ['PhantomJS', 'callPhantom'],
  ['phantomas', '__phantomas'],
  ['CasperJS', 'casper'],
  ['Nightmare', '__nightmare'],
  ["Chromium's test harness", 'domAutomationController'],
  ['Playwright', '__pwInitScripts'],
  ["Playwright's bindings", '__playwright__binding__'],
  ['Puppeteer', 'puppeteer_getRows'],
  ['Cypress', 'Cypress'],
  ['TestCafe', '%testCafeDriverInstance%'],
  ['Hammerhead', '%hammerhead%'],
  ['WebdriverIO', '__wdioEnv__'],
  ['capybara-webkit', 'CapybaraInvocation'],
  ['Poltergeist', '__poltergeist'],
  ['Cuprite', '_cuprite'],
  ['Lightpanda', '_lightpanda'],
  ['OpenWPM', 'jsInstruments'],
  ['Stagehand', '__stagehandV3__'],
  ['BackstopJS', '_backstopTools'],
  ['Nightwatch', '__nightwatch'],
  ['FMiner', 'fmget_targets'],
  ['Awesomium', 'awesomium'],
  ['happy-dom', 'happyDOM'],
])('finds %s', (_tool, name) => {
  expect(automationGlobals(page([name]))).toEqual({ value: [name] })
})

it.each(['phantomPain', 'nightmareMode', 'cypressHill', 'webdriver', 'driver', 'my__pw', 'casperGhost', 'happyDOMs'])(
  'leaves the page its own %s',
  (name) => {
    expect(automationGlobals(page([name]))).toEqual({ value: [] })
  },
)

it("finds ChromeDriver's and Selenium's marks in the document", () => {
  const document = { $cdc_asdjflasutopfhvcZLmcfl_: {}, __webdriver_evaluate: 1, title: 'shop' }
  expect(automationGlobals(page([], document))).toEqual({
    value: ['document.$cdc_asdjflasutopfhvcZLmcfl_', 'document.__webdriver_evaluate'],
  })
})

it('looks and does not read, which could run a trap', () => {
  const g = {
    document: {},
    get __playwright(): never {
      throw new Error('read')
    },
  }
  expect(automationGlobals(g)).toEqual({ value: ['__playwright'] })
})

it('lets no page fill the payload', () => {
  const many = Array.from({ length: 100 }, (_, i) => `__pw_${i}`)
  expect(Object(automationGlobals(page(many))).value).toHaveLength(48)
  expect(automationGlobals(page([`__pw_${'x'.repeat(100)}`]))).toEqual({ value: [] })
})

it('is unavailable where there is no document', () => {
  expect(automationGlobals({})).toEqual({ absent: 'unavailable' })
})
