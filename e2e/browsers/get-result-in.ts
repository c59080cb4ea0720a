import type { ApiBody } from '../tracio-server.ts'
import type { TestBrowser } from './test-browser.ts'

/** Time enough on a loaded machine: readings that came later would make its browsers others. */
const PATIENT = { budgetMs: 2000 }

/** `Tracio.init(config).getResult(options)` in the browser's page; an error comes back as `{ code, message }`. */
export async function getResultIn(browser: TestBrowser, options: object = {}, config: object = {}): Promise<ApiBody> {
  const call = `Tracio.init(${JSON.stringify({ ...PATIENT, ...config })}).getResult(${JSON.stringify(options)})`
  const answer = await browser.evaluate(`${call}.catch(({ code, message }) => ({ code, message }))`)
  // The agent answers with an object, whatever happens.
  return answer as ApiBody
}
