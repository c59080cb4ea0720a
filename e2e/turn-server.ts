import { createHash, createHmac } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'

/** `relays`: knows the credential `{ username: 'u', credential: 'c' }`. `refuses`: knows none. `silent`: never answers. */
export type TurnManner = 'relays' | 'refuses' | 'silent'

/** A TURN server as far as an allocation goes: nothing is relayed. */
export interface TurnServer {
  /** With the machine's own address: Firefox does not ask the loopback one. */
  readonly url: string
  readonly asked: () => number
  close(): void
}

/** https://www.rfc-editor.org/rfc/rfc8489#section-5 */
const MAGIC = 0x2112a442
const REALM = 'e2e'

/** The machine's own IPv4 address on a network; undefined where it is on none. */
export const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address

/** Opens one on a free port of all interfaces. */
export async function startTurnServer(manner: TurnManner): Promise<TurnServer> {
  const socket = createSocket('udp4')
  let asked = 0
  socket.on('message', (message, { port, address }) => {
    asked++
    // Only whole allocation requests are looked at; browsers send refreshes and bindings besides.
    if (manner === 'silent' || message.length < 20 || message.readUInt16BE(0) !== 3) return
    const known = manner === 'relays' && message.includes(REALM)
    socket.send(known ? allocated(message, port, address) : unauthorised(message), port, address)
  })
  socket.bind(0)
  await once(socket, 'listening')
  return {
    url: `turn:${ownAddress() ?? '127.0.0.1'}:${socket.address().port}?transport=udp`,
    asked: () => asked,
    close: () => void socket.close(),
  }
}

const unauthorised = (request: Buffer): Buffer =>
  answered(request, 0x0113, [
    // The class and the number of the error 401.
    attribute(0x0009, Buffer.from([0, 0, 4, 1])),
    attribute(0x0014, Buffer.from(REALM)),
    attribute(0x0015, Buffer.from('nonce')),
  ])

function allocated(request: Buffer, port: number, address: string): Buffer {
  const lifetime = Buffer.alloc(4)
  lifetime.writeUInt32BE(600)
  const attributes = [
    attribute(0x0016, masked(49_152, '203.0.113.5')),
    attribute(0x0020, masked(port, address)),
    attribute(0x000d, lifetime),
  ]
  // The length that is signed counts the signature, 24 bytes.
  const signed = answered(request, 0x0103, attributes, 24)
  const key = createHash('md5').update(`u:${REALM}:c`).digest()
  const proof = attribute(0x0008, createHmac('sha1', key).update(signed).digest())
  return Buffer.concat([signed, proof])
}

/** Type, length, magic and transaction of the request, then attributes. */
function answered(request: Buffer, type: number, attributes: readonly Buffer[], more = 0): Buffer {
  const body = Buffer.concat(attributes)
  const head = Buffer.alloc(20)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(body.length + more, 2)
  request.copy(head, 4, 4, 20)
  return Buffer.concat([head, body])
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** An address of version 4, masked as https://www.rfc-editor.org/rfc/rfc8489#section-14.2 has it. */
function masked(port: number, address: string): Buffer {
  const value = Buffer.alloc(8)
  value.writeUInt16BE(1, 0)
  value.writeUInt16BE(port ^ (MAGIC >>> 16), 2)
  const number = address.split('.').reduce((all, part) => all * 256 + Number(part), 0)
  value.writeUInt32BE((number ^ MAGIC) >>> 0, 4)
  return value
}
