import { get, type IncomingMessage } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FeedServer, serveText, startFeedServer } from '../../../test/feed-server.ts'
import { readBody } from './read-body.ts'

let source: FeedServer
beforeEach(async () => {
  source = await startFeedServer()
})
afterEach(() => source.close())

const incoming = (): Promise<IncomingMessage> => new Promise((resolve) => get(source.url, { agent: false }, resolve))

it('reads up to the limit and not a byte more, plain or inflated', async () => {
  const text = 'x'.repeat(1000)
  for (const answer of [serveText(text), serveText(gzipSync(text), { 'content-encoding': 'gzip' })]) {
    source.answer = answer
    expect(Buffer.from(await readBody(await incoming(), 1000)).toString()).toBe(text)
    await expect(readBody(await incoming(), 999)).rejects.toMatchObject({ problem: { code: 'too_big' } })
  }
})

it('lets go of the connection when it stops', async () => {
  let isClosed = false
  source.answer = (_request, response) => {
    response.on('close', () => {
      isClosed = true
    })
    response.write('x'.repeat(2000))
  }
  await expect(readBody(await incoming(), 1000)).rejects.toMatchObject({ problem: { code: 'too_big' } })
  await expect.poll(() => isClosed).toBe(true)
})
