import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { createLogger } from './logger.ts'
import { createMetrics } from './metrics/metrics.ts'
import { StorageFailure } from './ports/storage-failure.ts'

let server: RunningApp
afterEach(() => server.app.close())

interface Line {
  readonly level: number
  readonly msg: string
  readonly reqId: string
  readonly code?: string
  readonly status?: number
}

async function start(part: Parameters<typeof runApp>[0]): Promise<readonly Line[]> {
  const lines: Line[] = []
  const logger = createLogger('debug', { write: (line) => void lines.push(JSON.parse(line)) })
  server = await runApp({ ...part, logger })
  return lines
}
const failing = (error: Error) => ({ ingest: () => Promise.reject(error) })

describe('the line of a request is of the level', () => {
  it.each([
    ['debug when all is well', {}, '/health', 20],
    ['info when it was refused', {}, '/nowhere', 30],
  ])('%s', async (_name, part, path, level) => {
    const lines = await start(part)
    await fetch(server.url + path)
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request')).toMatchObject([{ level }])
  })

  it.each([
    ['error when the fault is ours', new Error('a bug'), 50, 500],
    ['debug when a full disk says no to everybody', new StorageFailure('full'), 20, 503],
  ])('%s', async (_name, error, level, status) => {
    const lines = await start(failing(error))
    await server.post('x')
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request')).toMatchObject([{ level, status }])
  })

  it('info when it was slow', async () => {
    const lines = await start({
      ingest: async () => {
        await pause(1050)
        return { view: { requestId: '1_a', visitorId: null }, token: undefined, outcome: 'stored' }
      },
    })
    await server.post('x')
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request')).toMatchObject([{ level: 30, status: 200 }])
  })
})

it('names a failure of ours in the report and in the answer by the same id', async () => {
  const lines = await start(failing(new Error('a bug')))
  const id = (await server.post('x')).headers.get('x-request-id')
  const reports = lines.filter(({ level }) => level === 50)
  expect(reports.length).toBe(2)
  expect(new Set(reports.map(({ reqId }) => reqId))).toEqual(new Set([id]))
})

it('counts what nobody answers to without a label of its own', async () => {
  const metrics = createMetrics()
  server = await runApp({ metrics })
  await fetch(`${server.url}/a`)
  await fetch(`${server.url}/b`)
  expect(await metrics.text()).toContain('tracio_http_requests_total{method="GET",route="none",status="404"} 2')
})
