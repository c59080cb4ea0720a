import { hash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { EpochMs } from '@tracio/contract'
import { canonicalAddress } from '../canonical-address.ts'
import { OperatorError } from '../operator-error.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import type { ListeningAddress } from '../settings/listening-address.ts'
import { TURN_REALM } from './answer-allocate.ts'
import { createRespReader, type RedisCommand, RespError } from './resp-reader.ts'
import type { TurnCredentials } from './turn-credentials.ts'

/** What the hook needs. */
export interface CoturnHookDeps {
  /** What coturn has to give as its password. */
  readonly secret: string
  readonly credentials: TurnCredentials
  readonly sightings: TurnSightings
  readonly now: () => EpochMs
  readonly report: (error: unknown) => void
}

/** A hook that listens. */
export interface CoturnHook {
  readonly port: number
  close(): Promise<void>
}

/** coturn opens one for each of its threads and some more; 4.6.1 on two cores opens nine. Chosen by hand, November 2026. */
const CONNECTIONS_MAX = 256

/** coturn says something every five seconds (4.6.1, November 2026); who is silent for this long is gone. */
const SILENCE_MS_MAX = 60_000

/** Whose session has begun from where, in the form in which coturn 4.5 and 4.6 tell it to Redis. */
const STATUS = /^turn\/realm\/([^/]+)\/user\/([^/]+)\/allocation\/\d+\/status$/
const ALLOCATED = /^new lifetime=\d+, type=UDP, .*\bremote=([\d.]+|\[?[\da-f:.]+\]?):\d+,/i

/**
 * Listens for what coturn tells a Redis of its sessions (`redis-statsdb`), and remembers where browsers are. It is no Redis:
 * it takes the commands that coturn sends, and keeps nothing but addresses. Throws an `OperatorError` when nobody can listen.
 */
export async function startCoturnHook({ host, port }: ListeningAddress, deps: CoturnHookDeps): Promise<CoturnHook> {
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    serve(socket, deps)
  })
  server.maxConnections = CONNECTIONS_MAX
  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
    throw new OperatorError(`Nobody can listen on ${host}:${port} (${code}). Set TRACIO_TURN_HOOK to a free port.`)
  })
  server.on('error', deps.report)
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of connections) socket.destroy()
      }),
  }
}

function serve(socket: Socket, deps: CoturnHookDeps): void {
  const reader = createRespReader()
  let isKnown = false
  const answer = async (command: RedisCommand): Promise<string> => {
    const [name = '', ...words] = command
    if (name.toLowerCase() === 'auth') {
      isKnown = isSecret(words.at(-1) ?? '', deps.secret)
      return isKnown ? '+OK\r\n' : '-WRONGPASS invalid password\r\n'
    }
    if (!isKnown) return '-NOAUTH authentication required\r\n'
    return answerKnown(name.toLowerCase(), words, deps)
  }
  socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', async (bytes) => {
    socket.pause()
    try {
      for (const command of reader.read(bytes)) socket.write(await answer(command))
    } catch (error) {
      if (!(error instanceof RespError)) deps.report(error)
      socket.destroy()
    }
    socket.resume()
  })
}

async function answerKnown(name: string, words: readonly string[], deps: CoturnHookDeps): Promise<string> {
  switch (name) {
    // The same is then published, for those who listen at a real Redis.
    case 'set':
      await remember(words, deps)
      return '+OK\r\n'
    case 'select':
      return '+OK\r\n'
    case 'publish':
    case 'del':
      return ':0\r\n'
    case 'keys':
      return '*0\r\n'
    case 'ping':
      return '+PONG\r\n'
    default:
      return '-ERR unknown command\r\n'
  }
}

/** coturn has checked the credential of whom it tells of; whose it is, and whether its time is over, we check here. */
async function remember([key = '', status = '']: readonly string[], deps: CoturnHookDeps): Promise<void> {
  const [, realm, username = ''] = STATUS.exec(key) ?? []
  const address = canonicalAddress(ALLOCATED.exec(status)?.[1]?.replace(/[[\]]/g, '') ?? '')
  const at = deps.now()
  const known = deps.credentials.named(username, at)
  if (realm === TURN_REALM && address !== undefined && known) {
    await deps.sightings.record(known.session, address, at)
  }
}

/** By their hashes, which are of one length. */
const isSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer'))
