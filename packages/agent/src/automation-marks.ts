/**
 * How names begin that tools which drive browsers leave in a page, as properties of the window or of the document; with
 * a `$` at the end, the whole name. Each row names the tools and where the names are made, as read in November 2026; for
 * tools that are no longer made, the last year is given. Renaming a global breaks a tool's own users, so this ages
 * slowly.
 */
export const automationMarks: readonly string[] = [
  // ChromeDriver: its helpers' copies of built-ins in the window, its cache in the document, both with a random rest.
  ...['\\$?cdc_', '\\$chrome_async'],
  // Selenium: atoms and their element cache, its Firefox driver (until 2016), its recorder, remote control (until 2011).
  ...[
    '__\\$?webdriver',
    '__selenium',
    '__(fx)?driver_',
    '_WEBDRIVER_ELEM',
    '_selenium',
    '_Selenium',
    'call(ed)?Selenium',
  ],
  // Watir (until 2015 by this name).
  '__lastWatir',
  // PhantomJS (until 2016), phantomas and CasperJS upon it, SlimerJS by the same names.
  ...['_phantom', '__phantom', 'callPhantom', 'phantom$', 'casper$'],
  // Nightmare's preload script (until 2018).
  ...['__nightmare', 'nightmare$'],
  // Chromium's own test harness, started with --dom-automation.
  'domAutomation',
  // Playwright: bindings, init scripts, recorder and clock (packages/injected).
  ...['__playwright', '__pw'],
  // Puppeteer: what exposeFunction makes (cdp/utils.ts).
  ...['puppeteer_', '__puppeteer'],
  // Cypress, in the page that it tests.
  ...['Cypress$', '__cypress'],
  // TestCafe and its proxy Hammerhead (src/client/test-run/index.js.mustache).
  ...['%testCafe', '%hammerhead'],
  // WebdriverIO's browser runner (packages/wdio-browser-runner/src/browser).
  '__wdio',
  // Capybara: capybara-webkit (src/capybara.js, until 2019), Poltergeist (agent.coffee, until 2018), Cuprite
  // (javascripts/index.js), Lightpanda's driver.
  ...['CapybaraInvocation', '__poltergeist', '_cuprite', '_lightpanda'],
  // OpenWPM's instruments (lib/instrument-fingerprinting-apis).
  ...['getInstrumentJS', 'jsInstruments', 'instrumentFingerprintingApis'],
  // Stagehand, from its third version.
  '__stagehand',
  // BackstopJS (capture/backstopTools.js), Nightwatch's component tests, FMiner's recorder.
  ...['_backstopTools', '__nightwatch', 'fmget_targets'],
  // Awesomium (until 2017), happy-dom.
  ...['awesomium$', 'happyDOM$'],
]

/** Selenium's attributes of the root element: Firefox before 48 and the old Safari driver. */
export const automationAttributes = ['webdriver', 'selenium', 'driver']
