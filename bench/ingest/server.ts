/**
 * The server under test, a process of its own. `whole` runs the product as it is; `floor` has the same HTTP server open
 * and parse the same payloads and then answers with a constant.
 */
import type { ClientView } from '@tracio/contract'
import { readConfig } from '../../packages/server/src/config.ts'
import type { AcceptedList } from '../../packages/server/src/ip/list-parts.ts'
import { compileLists } from '../../packages/server/src/ip/ranges/compile.ts'
import { startServer } from '../../packages/server/src/main.ts'
import { open } from '../../packages/server/src/open.ts'
import { createStepTimes, type Step } from '../../packages/server/src/step-times.ts'
import { drawLists } from '../ip/lists.ts'
import { createRandom } from './random.ts'

/** What the server tells the driver. */
export type ServerMessage =
  | { readonly kind: 'ready'; readonly url: string; readonly publicKey: string }
  | { readonly kind: 'usage'; readonly cpuUs: number; readonly stepMs: Record<Step, number>; readonly rssBytes: number }
  | { readonly kind: 'drawn' }
  | { readonly kind: 'compiled'; readonly ms: number }

/** What the driver asks for. */
export type ServerWish = 'usage' | 'stop' | 'compile' | { readonly draw: number }

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

let lists: readonly AcceptedList[] = []

process.on('message', async (wish: ServerWish) => {
  if (wish === 'stop') {
    await server.close()
    process.exit(0)
  } else if (wish === 'usage') {
    const { user, system } = process.cpuUsage()
    const { rss } = process.memoryUsage()
    send({ kind: 'usage', cpuUs: user + system, stepMs: { ...stepTimes.totals }, rssBytes: rss })
  } else if (wish === 'compile') {
    const startedAt = performance.now()
    await compileLists(lists)
    send({ kind: 'compiled', ms: performance.now() - startedAt })
  } else {
    lists = drawLists(wish.draw, createRandom(1))
    send({ kind: 'drawn' })
  }
})

send({ kind: 'ready', url: server.url, publicKey: server.first?.publicKey ?? '' })
