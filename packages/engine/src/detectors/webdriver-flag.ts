import { clear, defineDetector, detected } from '../detector.ts'

/**
 * The flag is true for every browser that an unmodified driver started, and also with `--remote-debugging-port=0` and
 * nobody attached (Chromium 156, November 2026): near to proof of a program at work, and not proof.
 * Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = 0.95

/**
 * The browser says of itself that a program controls it.
 * Spec: https://www.w3.org/TR/webdriver2/#interface
 */
export const webdriverFlag = defineDetector({
  id: 'webdriver_flag',
  category: 'bot',
  needs: ['webdriver'],
  reasons: {
    webdriver_declared: 'The browser itself states that it is under the control of automation.',
  },
  detect({ webdriver }) {
    if (!webdriver) return clear
    return detected(STRENGTH, {
      reason: 'webdriver_declared',
      observed: 'navigator.webdriver is true, by the browser’s own statement',
      expected: 'false',
    })
  },
})
