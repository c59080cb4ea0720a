/**
 * How the process that drives a load collects its garbage: before a round and not within it. It shares the machine with
 * the server, and a full collection by four threads took both cores for 60 to 100 ms: the one visit of a hundred that the
 * 99th percentile is about waited for the driver, not for the server (traced November 2026: p99 of visits beside
 * searches 16 ms with Node’s defaults, under 10 ms with these).
 */
export const driverFlags: readonly string[] = [
  '--expose-gc',
  // Room for what a round of ten seconds makes, 20 MB a second: scavenging 64 MB took 10 to 20 ms.
  '--min-semi-space-size=256',
  '--max-semi-space-size=256',
  '--heap-growing-percent=400',
  '--v8-pool-size=1',
]

/** Whether a process that was started with such flags of Node may drive. */
export const isDriver = (flags: readonly string[]): boolean => driverFlags.every((flag) => flags.includes(flag))

/** The same flags without the driver's own: for the processes that it measures. */
export const withoutDriverFlags = (flags: readonly string[]): string[] =>
  flags.filter((flag) => !driverFlags.includes(flag))
