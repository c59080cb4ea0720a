import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { type RunningOperation, startOperation } from './start-operation.ts'

const TOKEN = 'a-token-of-16-or-more'
const file = join(mkdtempSync(join(tmpdir(), 'tracio-operation-')), 'tracio.sqlite')
writeFileSync(file, 'x'.repeat(4096))

let running: RunningOperation
afterEach(() => running.close())

const start = async (env: Record<string, string>): Promise<string[]> => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  running = await startOperation(readConfig(env), { file, logger, now: Date.now })
  return lines
}

it('serves metrics on a port of their own, with sizes, free space and the process', async () => {
  await start({ TRACIO_METRICS_PORT: '0' })
  const text = await (await fetch(`${running.metricsUrl}/metrics`)).text()
  expect(text).toContain('tracio_database_bytes 4096')
  expect(text).toMatch(/^tracio_disk_free_bytes [1-9]/m)
  expect(text).toMatch(/^process_resident_memory_bytes [1-9]/m)
  expect(running.operation.metricsToken).toBeUndefined()
})

it('asks for the token on that port too, and does not open the main one', async () => {
  await start({ TRACIO_METRICS_PORT: '0', TRACIO_METRICS_TOKEN: TOKEN })
  expect((await fetch(`${running.metricsUrl}/metrics`)).status).toBe(401)
  expect(running.operation.metricsToken).toBeUndefined()
})

it('leaves metrics to the main port when there is only a token', async () => {
  await start({ TRACIO_METRICS_TOKEN: TOKEN })
  expect([running.metricsUrl, running.operation.metricsToken]).toEqual([undefined, TOKEN])
})

it('knows at once, and says, that a disk has less than its reserve left', async () => {
  const lines = await start({ TRACIO_DISK_MIN_MB: '1000000000', TRACIO_WHEN_FULL: 'identify' })
  expect(running.room.condition()).toBe('full')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, whenFull: 'identify' }])
  expect(await running.operation.metrics.text()).toContain('tracio_storage_degraded 1')
})
