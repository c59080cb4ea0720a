import { setTimeout as pause } from 'node:timers/promises'
import {
  aPayload,
  CHROME_USER_AGENT,
  chromeValues,
  type SessionAnswer,
  seal,
} from '../../packages/server/test/payloads.ts'

/** What a page and its backend were answered, the first first. */
export interface UnderLoad {
  /** Answers other than 200, with what was asked. */
  readonly failed: readonly string[]
  /** What stored events say of a product, in the order in which their visits ended. */
  readonly statuses: readonly string[]
}

/** Visitors at once, and how long each rests: some hundred visits while a list is fetched and compiled. */
const VISITORS = 8
const REST_MS = 20

/** So many answers after the first detection show that it stays. */
const AFTERWARDS = 40

const GIVE_UP_MS = 30_000

/**
 * Visits again and again, and reads the stored events, until a product was detected for a while. Arguments: the server, its public
 * key, the backend's secret, the product.
 */
const [, , url = '', publicKey = '', secret = '', product = ''] = process.argv
const failed: string[] = []
const statuses: string[] = []
let detected = 0

async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url + path, init)
    const body: unknown = await response.json()
    if (response.status !== 200) failed.push(`${path.split('?')[0]}: ${response.status} ${JSON.stringify(body)}`)
    return body
  } catch (error) {
    failed.push(`${path.split('?')[0]}: ${error}`)
    return {}
  }
}

async function visit(cores: number): Promise<void> {
  // What the server answers with, unless it failed, which is noted already.
  const session = (await ask(`/api/session?k=${publicKey}`)) as SessionAnswer
  const body = seal(session, aPayload({ ...chromeValues, cores }))
  const { requestId } = Object(
    await ask('/api/identify', {
      method: 'POST',
      body,
      headers: { 'user-agent': CHROME_USER_AGENT },
    }),
  )
  const event = await ask(`/api/v1/events/${requestId}`, { headers: { authorization: `Bearer ${secret}` } })
  const status = String(Object(event).products?.[product]?.status)
  statuses.push(status)
  if (status === 'detected') detected++
}

const end = performance.now() + GIVE_UP_MS
await Promise.all(
  Array.from({ length: VISITORS }, async (_, at) => {
    while (detected < AFTERWARDS && performance.now() < end) {
      await visit(at + 1)
      await pause(REST_MS)
    }
  }),
)
process.stdout.write(JSON.stringify({ failed, statuses } satisfies UnderLoad))
