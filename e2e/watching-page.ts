import { join } from 'node:path'
import { build } from 'esbuild'

/** What the page below offers to tests: the values of all watchers so far, by signal name. */
export const READ_WATCHED = 'Object.fromEntries(watching.map(({ name, read }) => [name, read()]))' as const

/** A script that starts every watcher as it loads. */
export async function watchersScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { watchers } from './watchers.ts'
        globalThis.watchers = watchers
        globalThis.watching = Object.entries(watchers).map(([name, watcher]) => ({ name, ...watcher(globalThis) }))`,
      resolveDir: join(import.meta.dirname, '../packages/agent/src/sources'),
    },
    bundle: true,
    format: 'iife',
    conditions: ['source'],
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** A page that starts every watcher: something to press, to type into and to scroll. */
export async function watchingPage(): Promise<string> {
  return `<!doctype html><html lang="en"><head><title>form</title><link rel="icon" href="data:,"></head>
<body style="margin:0;height:5000px"><input id="name" style="position:absolute;left:200px;top:100px;width:300px">
<button style="position:absolute;left:200px;top:300px;width:100px">Send</button><script>${await watchersScript()}</script></body></html>`
}
