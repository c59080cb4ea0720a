import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { serveText, startFeedServer } from '../../../test/feed-server.ts'
import { requestOnce } from './request-once.ts'

const options = {
  ...{ userAgent: 'TRACIO/0.0.0', bytesMax: 1000, privateAllowed: true, connectMs: 1000, totalMs: 1000 },
  signal: new AbortController().signal,
}

it('reads one answer to its end, and follows nothing', async () => {
  const source = await startFeedServer((_request, response) => response.writeHead(302, { location: '/b' }).end('moved'))
  expect(await requestOnce(source.url, { 'if-none-match': '"a"' }, options)).toMatchObject({
    status: 302,
    headers: { location: '/b' },
    body: Buffer.from('moved'),
  })
  expect(source.requests).toHaveLength(1)
  await source.close()
})

it('gives a secure connection only so long to come about', async () => {
  // Accepts, and then never says a word of TLS.
  const mute = createServer()
  mute.listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await expect(requestOnce(`https://127.0.0.1:${port}/`, {}, { ...options, connectMs: 50 })).rejects.toMatchObject({
    problem: { code: 'timed_out', message: 'It did not accept a connection within 0.05 s.' },
  })
  mute.close()
})

it('says nothing of paths and queries, which may hold a token', async () => {
  const source = await startFeedServer(serveText(''))
  const url = `${source.url}?token=hush`
  await source.close()
  await expect(requestOnce(url, {}, options)).rejects.toMatchObject({
    problem: { code: 'connect_failed', message: expect.not.stringContaining('hush') },
  })
})
