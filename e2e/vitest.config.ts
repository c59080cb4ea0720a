import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { conditions } from '../vitest.config.ts'

/** Whole-system tests start servers and browsers: one file at a time, with time to do it. */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
