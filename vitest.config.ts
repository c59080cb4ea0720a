import { defineConfig } from 'vitest/config'

/** Conditions under which workspace packages resolve to their TypeScript source. */
export const conditions = ['source', 'module', 'node', 'development|production']

const testsIn = (name: string): string[] => [`packages/${name}/src/**/*.test.ts`, `packages/${name}/test/**/*.test.ts`]

/**
 * Packages whose modules keep nothing between calls but what hangs on the globals that they are given. Their files share a
 * process and its modules: a process for each of them took ten times as long as the tests in it (November 2026).
 */
const pure = ['contract', 'engine', 'agent'].flatMap(testsIn)

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: { name: 'system', include: [...testsIn('server'), 'scripts/**/*.test.ts', 'bench/**/*.test.ts'] },
      },
    ],
  },
})
