// @ts-check

/** Scripts that our own pages load, and where the server looks for them. */
export const pages = [
  { entry: 'packages/server/src/pages/demo/demo.ts', outfile: 'packages/server/dist/pages/demo.js' },
]

/** What the agent is published and served as; packages/agent/build-options.ts says how each is made. */
export const agentOutputs = ['packages/agent/dist/index.js', 'packages/agent/dist/agent.js']

/** Everything a bundle is made from, the bundler itself included, whose version the lockfile holds. */
export const bundles = {
  inputs: [
    'packages/agent/src',
    'packages/agent/build-options.ts',
    'packages/agent/definition-order.ts',
    'packages/agent/order-definitions.ts',
    'packages/agent/shrink.ts',
    'packages/agent/wire-keys.ts',
    'packages/contract/src',
    'packages/server/src/pages',
    'scripts/build.ts',
    'scripts/launcher/bundles.mjs',
    'package-lock.json',
  ],
  outputs: [...agentOutputs, ...pages.map(({ outfile }) => outfile)],
}
