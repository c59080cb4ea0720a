/**
 * The server under test, a process of its own. `whole` runs the product as it is; `floor` has the same HTTP server open
 * and parse the same payloads and then answers with a constant.
 */
import type { ClientView } from '@tracio/contract'
import { readConfig } from '../../packages/server/src/config.ts'
import { startServer } from '../../packages/server/src/main.ts'
import { open } from '../../packages/server/src/open.ts'
import { createStepTimes, type Step } from '../../packages/server/src/step-times.ts'

/** What the server tells the driver. */
export type ServerMessage =
  | { readonly kind: 'ready'; readonly url: string; readonly publicKey: string }
  | { readonly kind: 'usage'; readonly cpuUs: number; readonly stepMs: Record<Step, number>; readonly rssBytes: number }

/** As long as a real answer at the default level. */
const CONSTANT: ClientView = {
  requestId: '1710432000_abcdefghijkl',
  visitorId: 'X7fh2Hg9LkMn3pQr',
  confidence: 0.9,
  visitorFound: false,
  bot: { result: 'human', type: '', score: 0, reasons: [] },
}

const stepTimes = createStepTimes()
const server = await startServer(readConfig(), {
  stepTimes,
  ...(process.argv[2] === 'floor'
    ? {
        ingest: async (received, deps) => {
          await open(received, deps)
          return { view: CONSTANT, token: undefined, outcome: 'stored' }
        },
      }
    : {}),
})

const send = (message: ServerMessage): void => void process.send?.(message)

process.on('message', (wish) => {
  if (wish === 'stop') {
    server.close().then(() => process.exit(0))
    return
  }
  const { user, system } = process.cpuUsage()
  const { rss } = process.memoryUsage()
  send({ kind: 'usage', cpuUs: user + system, stepMs: { ...stepTimes.totals }, rssBytes: rss })
})

send({ kind: 'ready', url: server.url, publicKey: server.first?.publicKey ?? '' })
