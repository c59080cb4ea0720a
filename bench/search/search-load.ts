import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { createRandom } from '../ingest/random.ts'
import { API_SECRET, type Population, SEED } from './population.ts'
import { queryKinds } from './queries.ts'

/** One answered question. */
export interface Asked {
  readonly kind: string
  readonly status: number
  readonly found: number
  /** From the moment the question was due. */
  readonly ms: number
}

/** Asks a server the listed questions. */
export interface SearchLoad {
  /** In turn, at a steady rate, until `until` is over. */
  steady(perSecond: number, until: Promise<unknown>): Promise<Asked[]>
  /** Each kind so many times, one after the other. */
  warmUp(times: number): Promise<Asked[]>
  close(): Promise<void>
}

/** Connections of the driver. */
const CONNECTIONS = 8

/** Connects to a server. */
export function createSearchLoad(url: string, population: Population): SearchLoad {
  const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 })
  const random = createRandom(SEED + 2)
  const cursors = new Map<string, string | null>()
  const headers = { authorization: `Bearer ${API_SECRET}` }
  let turn = 0

  async function ask(dueAt: number): Promise<Asked> {
    const kind = queryKinds[turn++ % queryKinds.length]
    if (!kind) throw new Error('There is no question to ask.')
    const path = kind.path(random, population, cursors.get(kind.name) ?? null)
    const { statusCode, body } = await pool.request({ path, method: 'GET', headers })
    const text = await body.text()
    const ms = performance.now() - dueAt
    const answer = JSON.parse(text)
    cursors.set(kind.name, answer.data?.next_cursor ?? null)
    const found = (answer.data?.events ?? answer.visits ?? []).length
    return { kind: kind.name, status: statusCode, found, ms }
  }

  return {
    async steady(perSecond, until) {
      let isOver = false
      const over = until.finally(() => {
        isOver = true
      })
      const flying: Promise<Asked>[] = []
      const startedAt = performance.now()
      while (!isOver) {
        const dueAt = startedAt + (flying.length * 1000) / perSecond
        const wait = dueAt - performance.now()
        if (wait > 0) await pause(wait)
        flying.push(ask(dueAt))
      }
      await over
      return Promise.all(flying)
    },
    async warmUp(times) {
      const asked: Asked[] = []
      for (let i = 0; i < times * queryKinds.length; i++) asked.push(await ask(performance.now()))
      return asked
    },
    close: () => pool.close(),
  }
}
