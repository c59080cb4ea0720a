import { collectDefaultMetrics, type Registry } from 'prom-client'

/** Processor, memory, garbage collection and event loop of this process, read when somebody asks. */
export function collectProcess(registry: Registry): void {
  // Its own sampling of the event loop runs at this step, which costs a timer and nothing more.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 })
}
