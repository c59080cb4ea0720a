import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { conditions } from '../vitest.config.ts'

/**
 * Whole-system tests start servers and browsers, with time to do it. Every file has its own server, sites, screen and
 * network, and waits more than it computes: two files at a time take two thirds of the time of one after the other, with
 * two cores (November 2026).
 */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ['scripts/testing/own-tmp.ts', 'e2e/warm-up.ts'],
    include: ['e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
