import { getResultIn } from './browsers/get-result-in.ts'
import type { TestBrowser } from './browsers/test-browser.ts'
import type { ApiBody } from './tracio-server.ts'

/** A visit of which the TURN probe came to an end in time. */
export interface ProbedVisit {
  readonly requestId: unknown
  /** The signal as a key that is answered in full gets it. */
  readonly probe: ApiBody
}

/** A machine that is busy with other tests keeps a browser from asking within the probe's 300 ms, now and then. */
const TRIES_MAX = 6

/**
 * Opens the demo and waits until it has read the browser and put its instance away. Two instances that read at once share what
 * the later session was offered.
 */
export async function openDemo(browser: TestBrowser, url: string): Promise<void> {
  await browser.open(`${url}/demo`)
  await getResultIn(browser, { extendedResult: true })
}

/** Visits the page that is open, which has a key that is answered in full, until the probe was not late. */
export async function probedVisit(browser: TestBrowser): Promise<ProbedVisit> {
  for (let tries = 1; ; tries++) {
    // Another label, so that the browser is read again.
    const answer = await getResultIn(browser, { extendedResult: true, tag: `try ${tries}` })
    const shown = (answer['signals'] ?? []) as readonly ApiBody[]
    const probe = shown.find(({ name }) => name === 'turnProbe')
    if (probe && !('gap' in probe)) return { requestId: answer['requestId'], probe }
    if (tries === TRIES_MAX) throw new Error(`The probe was late ${tries} times: ${JSON.stringify(probe ?? answer)}`)
  }
}
