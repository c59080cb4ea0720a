import { expect, it } from 'vitest'
import { answerOf } from './answer.ts'

const saying = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status })
const failing = (status: number, code: string): Response =>
  saying(status, { ok: false, error: { code, message: `about ${code}` } })

it('hands a good answer on', async () => {
  expect(await answerOf(saying(200, { visitorId: 'v' }))).toEqual({ visitorId: 'v' })
})

it.each<[string, Response, object]>([
  [
    'an unknown key is a matter of settings',
    failing(401, 'key_unknown'),
    { code: 'invalid_config', message: 'about key_unknown' },
  ],
  [
    'so is a foreign origin',
    failing(403, 'origin_not_allowed'),
    { code: 'invalid_config', message: 'about origin_not_allowed' },
  ],
  ['a visitor who opted out', failing(403, 'privacy_opt_out'), { code: 'opted_out', retryable: false }],
  ['another refusal', failing(400, 'payload_malformed'), { code: 'server', message: 'about payload_malformed' }],
  ['too many requests', failing(429, 'rate_limited'), { code: 'server', retryable: true }],
  ['a failure', failing(500, 'internal'), { code: 'server', message: 'about internal' }],
  [
    "a proxy's page",
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    { code: 'server', message: 'The server answered 502.' },
  ],
  ['a captive portal', new Response('<h1>Welcome</h1>'), { code: 'server', message: 'The server answered 200.' }],
  ['an error without a message', saying(500, null), { code: 'server', message: 'The server answered 500.' }],
])('%s', async (_name, response, error) => {
  await expect(answerOf(response)).rejects.toMatchObject(error)
})

it('calls an answer that breaks off a matter of the network', async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) })
  await expect(answerOf(new Response(body))).rejects.toMatchObject({ code: 'network' })
})
