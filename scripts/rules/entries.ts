import { pages } from '../launcher/bundles.mjs'

/** Started, not called: whole-system tests run them. */
export const entries: readonly string[] = [
  'packages/agent/src/script.ts',
  'packages/server/src/cli.ts',
  'packages/server/src/main.ts',
  ...pages.map(({ entry }) => entry),
]
