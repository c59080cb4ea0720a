import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { collectProcess } from './collect-process.ts'

it('tells processor, memory and event loop delay', async () => {
  const registry = new Registry()
  collectProcess(registry)
  const text = await registry.metrics()
  for (const name of [
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    expect(text).toMatch(new RegExp(`^${name} `, 'm'))
  }
})
