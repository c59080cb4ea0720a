import type { FeedProblem } from './feed-problem.ts'
import { FetchFailed } from './fetch-failed.ts'
import { type Answer, type RequestOptions, requestOnce } from './request-once.ts'

/** What is asked for, and what is known of it already. */
export interface FetchOrder extends RequestOptions {
  readonly url: string
  /** As the source gave them with the version that we have; null: we have none. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** The address is a page; the list is behind the first link like this. */
  readonly linkOnPage: RegExp | null
}

/** A version of the list with what the source calls it, word that ours is the latest, or what went wrong. */
export type Fetched =
  | { readonly bytes: Uint8Array; readonly etag: string | null; readonly lastModified: string | null }
  | 'unchanged'
  | { readonly problem: FeedProblem; readonly retryAfterMs: number | null }

/** As many as a source with a front door, a mirror chooser and a file server needs. */
const REDIRECTS_MAX = 5

/** A page with a link on it. */
const PAGE_BYTES_MAX = 4 * 1024 * 1024

/** Longest word of a source about a version that is kept. */
const VALIDATOR_LENGTH_MAX = 512

/** Fetches a list, if it changed. Never throws. */
export async function fetchList(order: FetchOrder): Promise<Fetched> {
  try {
    const url = order.linkOnPage === null ? order.url : await linkOn(order, order.linkOnPage)
    const headers = {
      ...(order.etag === null ? {} : { 'if-none-match': order.etag }),
      ...(order.lastModified === null ? {} : { 'if-modified-since': order.lastModified }),
    }
    const answer = await follow(url, headers, order)
    if (answer.status === 304 && Object.keys(headers).length > 0) return 'unchanged'
    const bytes = listIn(answer)
    return { bytes, etag: validator(answer.headers.etag), lastModified: validator(answer.headers['last-modified']) }
  } catch (error) {
    if (error instanceof FetchFailed) return { problem: error.problem, retryAfterMs: error.retryAfterMs }
    return { problem: { code: 'internal', message: 'The fetch failed by our fault.' }, retryAfterMs: null }
  }
}

/** Follows what sends us on. Never from https to http. */
async function follow(
  start: string,
  headers: Readonly<Record<string, string>>,
  options: RequestOptions,
): Promise<Answer> {
  let url = start
  for (let hop = 0; hop <= REDIRECTS_MAX; hop++) {
    const answer = await requestOnce(url, headers, options)
    const { location } = answer.headers
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined
    const isSafe = next?.protocol === 'https:' || (next?.protocol === 'http:' && url.startsWith('http:'))
    if (!next || !isSafe)
      throw new FetchFailed('redirected_too_often', 'It sends us to an address that we do not follow.')
    url = next.href
  }
  throw new FetchFailed('redirected_too_often', `It sent us on more than ${REDIRECTS_MAX} times.`)
}

function listIn(answer: Answer): Uint8Array {
  if (answer.status !== 200) throw statusFailure(answer)
  if (isPage(answer)) throw new FetchFailed('wrong_type', 'It sent a web page instead of a list.')
  return answer.body
}

async function linkOn(order: FetchOrder, pattern: RegExp): Promise<string> {
  const answer = await follow(order.url, {}, { ...order, bytesMax: PAGE_BYTES_MAX })
  if (answer.status !== 200) throw statusFailure(answer)
  const [link] = pattern.exec(Buffer.from(answer.body).toString('utf8')) ?? []
  if (link === undefined) throw new FetchFailed('wrong_type', 'The page does not name the list any more.')
  return link
}

/** What a page begins with, where its type does not say so: errors, sign-ins of networks, checks for browsers. */
function isPage({ headers, body }: Answer): boolean {
  const beginning = Buffer.from(body.subarray(0, 512)).toString('latin1')
  return /html/i.test(headers['content-type'] ?? '') || /^\W*<(?:!doctype\s+html|html|head|body)\b/i.test(beginning)
}

function statusFailure({ status, headers }: Answer): FetchFailed {
  return new FetchFailed('http_status', `It answered ${status}.`, retryAfterMs(headers['retry-after']))
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfterMs(text: string | undefined): number | null {
  if (text === undefined) return null
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) && ms > 0 ? ms : null
}

const validator = (text: string | undefined): string | null =>
  text !== undefined && text.length <= VALIDATOR_LENGTH_MAX && /^[\x20-\x7e]+$/.test(text) ? text : null
