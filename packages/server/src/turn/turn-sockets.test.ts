import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import type { TurnObserver } from './observer.ts'
import { openTurnSockets, type TurnSockets } from './turn-sockets.ts'

let open: TurnSockets | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

/** Says who asked, and nothing to who asks for nothing. */
const echo: TurnObserver = {
  receive: async (datagram, { address }) => {
    if (datagram.toString() === 'fail') throw new Error('failed')
    return datagram.length === 0 ? undefined : Buffer.from(`${datagram} ${address}`)
  },
}

async function listen(host: string | undefined, errors: unknown[] = []): Promise<TurnSockets> {
  open = await openTurnSockets({ host, port: 0 }, echo, (error) => errors.push(error))
  return open
}

async function ask(family: 'udp4' | 'udp6', host: string, port: number, ...texts: readonly string[]): Promise<string> {
  const socket = createSocket(family)
  for (const text of texts) socket.send(text, port, host)
  const [answer] = await once(socket, 'message')
  socket.close()
  return String(answer)
}

it('answers by IPv4 and by IPv6 on one port', async () => {
  const { port } = await listen(undefined)
  expect(await ask('udp4', '127.0.0.1', port, 'who')).toBe('who 127.0.0.1')
  expect(await ask('udp6', '::1', port, 'who')).toBe('who ::1')
})

it.each([
  ['127.0.0.1', 'udp4'],
  ['::1', 'udp6'],
] as const)('answers on %s alone, when told to', async (host, family) => {
  const { port } = await listen(host)
  expect(await ask(family, host, port, 'who')).toBe(`who ${host}`)
})

it('stays silent where there is no answer, and goes on after a failure', async () => {
  const errors: unknown[] = []
  const { port } = await listen('127.0.0.1', errors)
  expect(await ask('udp4', '127.0.0.1', port, '', 'fail', 'who')).toBe('who 127.0.0.1')
  expect(errors).toMatchObject([{ message: 'failed' }])
})

it('frees the port when it closes', async () => {
  const { port, close } = await listen('127.0.0.1')
  open = undefined
  await close()
  open = await openTurnSockets({ host: '127.0.0.1', port }, echo, () => undefined)
  expect(open.port).toBe(port)
})

it('says which setting helps, when the port is taken', async () => {
  const { port } = await listen(undefined)
  for (const host of [undefined, '127.0.0.1']) {
    await expect(openTurnSockets({ host, port }, echo, () => undefined)).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(`UDP port ${port}.*TRACIO_TURN_PORT`),
    })
  }
})

it('says which setting helps, when the address is another machine’s', async () => {
  await expect(openTurnSockets({ host: '198.51.100.250', port: 0 }, echo, () => undefined)).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringContaining('TRACIO_TURN_HOST'),
  })
})
