/**
 * What frameworks leave in a page beside marked names (those are in `automation-marks.ts`): properties by their path from
 * the window, and elements by selectors, which are those that no path can be. As read in November 2026 in the frameworks'
 * own sources.
 */
const TABLE = [
  // Recorders and drivers of the years before WebDriver: Sahi, WatiN (RESULT_PROPERTY_NAME), Spynner, Geb's page helper.
  '_sahi watinExpressionResult spynner_additional_js_loaded geb',
  // Browsers inside of programs: CefSharp's bindings, Electron with Node in its pages.
  'CefSharp process.type',
  // Karma's page, jsdom's window, Chromium's and WebKit's test shells, Chromium with --enable-gpu-benchmarking.
  '__karma__ _virtualConsole testRunner chrome.gpuBenchmarking',
  // Playwright's highlight and recorder, TestCafe's panels (Hammerhead), iMacros.
  'x-pw-glass [class*=hammerhead] [id^=imacros]',
  // Language models at the wheel: browser-use (now, and until 2025 with its descendants), Claude's extension, Skyvern,
  // Agent-E.
  '[id^=browser-use] [id^=playwright] [id^=claude-agent] [id^=__skyvern] [mmid]',
]

/** Paths from the window, and selectors, of what frameworks leave. */
export const automationArtefacts: readonly string[] = TABLE.join(' ').split(' ')
