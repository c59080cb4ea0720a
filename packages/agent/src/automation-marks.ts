/**
 * How names begin that tools which drive browsers leave in a page, as properties of the window or of the document; with
 * a `$` at the end, the whole name. Alternatives of a regular expression; each row names the tools. As read in the tools'
 * own sources in November 2026. Renaming a global breaks a tool's own users, so this ages slowly.
 */
const names = [
  // ChromeDriver: its helpers' copies of built-ins in the window, its cache in the document, both with a random rest.
  '\\$?cdc_|\\$chrome_async',
  // Selenium: atoms and their element cache, its Firefox driver, its recorder, remote control.
  '__\\$?webdriver|__?selenium|_Selenium|__(fx)?driver_|callSelenium',
  // Watir.
  '__lastWatir',
  // PhantomJS, phantomas and CasperJS upon it, SlimerJS by the same names; Nightmare.
  '__?phantom|callPhantom|(phantom|casper|nightmare)$|__nightmare',
  // Chromium's own test harness, started with --dom-automation.
  'domAutomation',
  // Playwright: bindings, init scripts, recorder and clock. Puppeteer: what exposeFunction makes.
  '__playwright|__pw|(__)?puppeteer_',
  // Cypress, in the page that it tests; TestCafe and its proxy Hammerhead; WebdriverIO's browser runner.
  'Cypress$|__cypress|%testCafe|%hammerhead|__wdio',
  // Capybara: capybara-webkit, Poltergeist, Cuprite, Lightpanda's driver.
  'CapybaraInv|__poltergeist|_cuprite|_lightpanda',
  // OpenWPM's instruments, Stagehand from its third version, BackstopJS, Nightwatch's component tests, FMiner's recorder.
  'jsInstruments|__stagehand|_backstopTools|__nightwatch|fmget_',
  // Awesomium, happy-dom.
  '(awesomium|happyDOM)$',
]

/**
 * What frameworks leave beside such names: properties by their path from the window, and elements by selectors, which are
 * those that no path can be.
 */
const things = [
  // Recorders and drivers of the years before WebDriver: Sahi, WatiN, Geb's page helper.
  '_sahi watinExpressionResult geb',
  // Browsers inside of programs: CefSharp's bindings, Electron with Node in its pages.
  'CefSharp process.type',
  // Karma's page, jsdom's window, Chromium's and WebKit's test shells, Chromium with --enable-gpu-benchmarking.
  '__karma__ _virtualConsole testRunner chrome.gpuBenchmarking',
  // Selenium's attributes of the root element; Playwright's highlight and recorder, TestCafe's panels, iMacros.
  'html[webdriver] html[selenium] html[driver] x-pw-glass [class*=hammerhead] [id^=imacros]',
  // Language models at the wheel: browser-use, Claude's extension, Skyvern, Agent-E.
  '[id^=browser-use] [id^=claude-agent] [id^=__skyvern] [mmid]',
]

/** The traces of tools: `names` as a regular expression for beginnings of names, `things` as paths and selectors. */
export const automationMarks = { names: new RegExp(`^(${names.join('|')})`), things: things.join(' ').split(' ') }
