import { testDetector } from '../../test/detector-tester.ts'
import { webdriverFlag } from './webdriver-flag.ts'

testDetector(webdriverFlag, {
  clear: [['a person, like a headless browser that nobody drives', { webdriver: false }]],
  detected: [['Selenium, Playwright and Puppeteer as they come', { webdriver: true }, ['webdriver_declared']]],
})
