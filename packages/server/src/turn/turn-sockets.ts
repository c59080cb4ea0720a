import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { OperatorError } from '../operator-error.ts'
import type { TurnObserver } from './observer.ts'

/** Where an observer listens. */
export interface TurnListening {
  /** An address of this machine; undefined: all of both families. */
  readonly host: string | undefined
  /** 0 lets the system choose. */
  readonly port: number
}

/** Sockets that hand everything to an observer. */
export interface TurnSockets {
  readonly port: number
  /** Stops listening. */
  close(): Promise<void>
}

/** What machines without IPv6 say. */
const NO_SUCH_FAMILY = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EPROTONOSUPPORT'])

/** Opens the sockets. Throws an `OperatorError` when nobody can listen there; a machine without IPv6 does without. */
export async function openTurnSockets(
  { host, port }: TurnListening,
  observer: TurnObserver,
  report: (error: unknown) => void,
): Promise<TurnSockets> {
  const sockets: Socket[] = []
  const open = async (family: 'udp4' | 'udp6', address: string, number: number): Promise<number> => {
    const socket = createSocket({ type: family, ipv6Only: family === 'udp6' })
    socket.bind(number, address)
    await once(socket, 'listening').catch((error: unknown) => {
      socket.close()
      throw error
    })
    sockets.push(socket)
    answerAt(socket, observer, report)
    return socket.address().port
  }
  const close = async (): Promise<void> => {
    await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))))
  }
  try {
    if (host !== undefined) return { port: await open(isIP(host) === 6 ? 'udp6' : 'udp4', host, port), close }
    const chosen = await open('udp4', '0.0.0.0', port)
    await open('udp6', '::', chosen).catch((error: unknown) => {
      if (!NO_SUCH_FAMILY.has(codeOf(error))) throw error
    })
    return { port: chosen, close }
  } catch (error) {
    await close()
    throw refused(error, host, port)
  }
}

function answerAt(socket: Socket, observer: TurnObserver, report: (error: unknown) => void): void {
  socket.on('error', report)
  socket.on('message', (datagram, source) => {
    observer
      .receive(datagram, source)
      // Answers to those who are gone, or whom we cannot reach, are lost as any datagram may be.
      .then((answer) => answer && socket.send(answer, source.port, source.address, () => undefined))
      .catch(report)
  })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function refused(error: unknown, host = 'this machine', port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new OperatorError(`Another program listens on UDP port ${port}. Stop it, or set TRACIO_TURN_PORT.`)
    case 'EACCES':
      return new OperatorError(`This user may not listen on UDP port ${port}. Set TRACIO_TURN_PORT to one above 1023.`)
    case 'EADDRNOTAVAIL':
      return new OperatorError(`${host} is no address of this machine. Set TRACIO_TURN_HOST to one that is.`)
    default:
      return error
  }
}
