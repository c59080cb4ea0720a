import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { encodings, type RequestId, type WorkspaceId } from '@tracio/contract'
import { startDisplay } from '../../e2e/browsers/display.ts'
import { launchBrowser } from '../../e2e/browsers/launch.ts'
import { miniBrowser } from '../../e2e/browsers/mini-browser.ts'
import { programPath } from '../../e2e/browsers/program-path.ts'
import { openUndriven } from '../../e2e/browsers/undriven.ts'
import { type ReportingSite, serveReportingSite } from '../../e2e/reporting-site.ts'
import { startTracio, type TracioServer } from '../../e2e/tracio-server.ts'
import type { Recorded } from '../../packages/engine/test/recorded.ts'
import { openDatabase } from '../../packages/server/src/adapters/sqlite/database.ts'
import { createSqliteLedger } from '../../packages/server/src/adapters/sqlite/ledger.ts'
import type { Recording } from './recordings.ts'
import { system } from './system.ts'

/** Starts a server and a browser, lets the browser visit, and hands back what the server stored of it. */
export async function record(recording: Recording): Promise<Recorded> {
  const display = recording.mode === 'headless' ? undefined : await startDisplay()
  const tracio = await startTracio()
  const site = await serveReportingSite(tracio.url, tracio.publicKey)
  try {
    const { version, driver, requestId } = await visitBy(recording, display?.name, site)
    const { engine, mode } = recording
    const date = new Date().toISOString().slice(0, 10)
    const manner = driver === null ? 'driven by nobody' : `driven by ${driver}`
    return {
      recorded: `${date}, ${engine} ${version} on ${system()}, ${mode}, ${manner}`,
      date,
      system: system(),
      browser: { engine, version, mode, driver },
      ...(await stored(tracio, requestId)),
    }
  } finally {
    await site.close()
    await tracio.dispose()
    await display?.close()
  }
}

interface Visited {
  readonly version: string
  readonly driver: string | null
  readonly requestId: RequestId
}

async function visitBy(recording: Recording, display: string | undefined, site: ReportingSite): Promise<Visited> {
  const { engine, mode } = recording
  if (!recording.driven) {
    const browser = openUndriven(engine, mode, display, site.url)
    const told = await site.told().finally(browser.close)
    return { version: versionOf(engine, display), driver: null, requestId: told['requestId'] as RequestId }
  }
  const browser = await launchBrowser(engine, { mode, display })
  try {
    await browser.open(site.url)
    const told = await site.told()
    // The agent's own result: its request id is the server's.
    return { version: browser.version, driver: driverOf(engine), requestId: told['requestId'] as RequestId }
  } finally {
    await browser.close()
  }
}

/** What the ledger holds of an event, without what changes from run to run and says nothing: the page's port. */
async function stored(
  { dataDir, workspaceId }: TracioServer,
  requestId: RequestId,
): Promise<Pick<Recorded, 'userAgent' | 'headers' | 'payload'>> {
  const ledger = createSqliteLedger(openDatabase({ file: join(dataDir, 'tracio.sqlite'), synchronous: 'normal' }))
  try {
    // The first start printed it.
    const workspace = workspaceId as WorkspaceId
    const readings = await ledger.readings(workspace, requestId)
    const observations = await ledger.observations(workspace, requestId)
    if (!readings || !observations) throw new Error(`The server has stored no event ${requestId}.`)
    const text = readings.encoding === encodings.deflate ? inflateRawSync(readings.bytes) : Buffer.from(readings.bytes)
    const { request } = JSON.parse(observations)
    const payload = { ...JSON.parse(text.toString()), url: 'http://localhost/' }
    return { userAgent: request.userAgent, headers: { ...request.headers, origin: 'http://localhost' }, payload }
  } finally {
    await ledger.close()
  }
}

function versionOf(engine: Recording['engine'], display: string | undefined): string {
  const program = engine === 'webkit' ? miniBrowser() : programPath(engine)
  const env = { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) }
  const printed = execFileSync(program, ['--version'], { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  return /\d+(?:\.\d+)+/.exec(printed)?.[0] ?? 'unknown'
}

function driverOf(engine: Recording['engine']): string {
  if (engine === 'webkit') return 'WebKitWebDriver'
  const name = engine === 'chromium' ? 'playwright-core' : 'puppeteer-core'
  const manifest = readFileSync(join(import.meta.dirname, '../../node_modules', name, 'package.json'), 'utf8')
  return `${name} ${JSON.parse(manifest).version}`
}
