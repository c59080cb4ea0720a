// @ts-check
import { availableParallelism } from 'node:os'

/**
 * Threads that help to collect garbage and to compile: as many as there are cores beside the main thread's, and no more
 * than Node's usual four. On two cores four helpers left the main thread a third of the machine during a full collection.
 * Measured with `npm run bench -- search`, November 2026: 6 % more events a second with one.
 */
const helpers = Math.min(Math.max(availableParallelism() - 1, 1), 4)

/**
 * How the server's JavaScript engine collects garbage. With its defaults, Node 24 starts a full collection as soon as
 * the young generation (up to 64 MiB) could outgrow the room that is left beside a small heap, which is all the time: every
 * 300 ms at 1,000 events a second, each a pause of some 10 ms. A young generation of 16 MiB and a roomier start make
 * full collections rare. Measured with `npm run bench -- ingest`, November 2026, Node 24.21: p99 at half load 27 ms before,
 * 7 ms after.
 *
 * The engine also learns which lines of a program make objects that last, and puts their objects among the old at once. It
 * learns that wrongly of what an event is decoded into, whose objects last as long as the event is under way: 30 KB of each
 * then wait for a full collection, which came every 4 s. Without that (`no-allocation-site-pretenuring`) an eighth is
 * promoted. The same month, with 65 signals on a file system in memory: 14.6 ms before, 5.1 ms after.
 * @type {readonly string[]}
 */
export const serverFlags = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=128',
  '--no-allocation-site-pretenuring',
  `--v8-pool-size=${helpers}`,
]
