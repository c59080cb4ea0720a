import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Conditions under which workspace packages resolve to their TypeScript source. */
export const conditions = ['source', 'module', 'node', 'development|production']

const testsIn = (name: string): string[] => [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`]

/**
 * Modules keep nothing between calls but what hangs on what they are given, so test files share a process and its
 * modules: a process for each file took ten times as long as the tests of the pure packages, and three times as long as
 * those of the server (November 2026).
 */
const isolate = false

/** Servers under test wait for disks and clocks, the rest computes. */
const maxWorkers = availableParallelism()

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: 'scripts/testing/own-tmp.ts',
    isolate,
    maxWorkers,
    include: [
      ...['contract', 'engine', 'agent', 'server'].flatMap(testsIn),
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
  },
})
