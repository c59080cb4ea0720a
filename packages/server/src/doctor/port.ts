import { createServer } from 'node:net'
import { askHealth } from './ask-health.ts'
import { type Check, type Diagnosis, ok, problem } from './check.ts'

/** Whether the server listens where it should, or could. */
export const port: Check = {
  id: 'port',
  examine: async ({ config: { host, port: number } }) => {
    if (number === 0) return ok('The system chooses the port (TRACIO_PORT=0).')
    const health = await askHealth(`http://${nearby(host)}:${number}`)
    if ('cookie' in health) return ok(`A TRACIO server answers on port ${number}.`)
    return tryToListen(host, number)
  },
}

/** Where this machine reaches what listens on all its addresses. */
function nearby(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function tryToListen(host: string, number: number): Promise<Diagnosis> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(refused(error.code, host, number)))
    server.listen(number, host, () => server.close(() => resolve(ok(`Port ${number} of ${host} is free.`))))
  })
}

function refused(code: string | undefined, host: string, number: number): Diagnosis {
  switch (code) {
    case 'EADDRINUSE':
      return problem(
        `Another program listens on port ${number}, or a server that does not answer.`,
        'Stop it, or set TRACIO_PORT to a free port.',
      )
    case 'EACCES':
      return problem(`This user may not listen on port ${number}.`, 'Set TRACIO_PORT to one above 1023.')
    default:
      return problem(
        `Nobody can listen on ${host}:${number} (${code}).`,
        'Set TRACIO_HOST to an address of this machine.',
      )
  }
}
