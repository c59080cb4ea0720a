import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerClientErrors } from './answer-client-errors.ts'

const server = createServer()
beforeEach(async () => {
  server.on('clientError', answerClientErrors)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

it('closes after its answer, which no cache keeps', async () => {
  // Listening on TCP gives an address with a port, not the name of a pipe.
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
    socket.write('no HTTP at all\r\n\r\n')
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toContain('Cache-Control: no-store')
  expect(answer).toContain('Connection: close')
  expect(
    answer.endsWith('{"ok":false,"error":{"code":"request_malformed","message":"The request is malformed."}}'),
  ).toBe(true)
})
