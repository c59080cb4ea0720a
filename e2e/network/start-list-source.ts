import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NetworkHost } from './namespaces.ts'

const SOURCE = join(import.meta.dirname, 'serve-lists.ts')
const PORT = 9000

/** A publisher of lists on a host's loopback. */
export interface ListSource {
  /** Where a list is, or will be: each at an address of its own. */
  url(name: string): string
  /** Publishes lists by name, in place of those of the same names. */
  publish(lists: Readonly<Record<string, string>>): void
  dispose(): void
}

/** Starts one; it ends with the host. Nothing is published yet: who asks is kept waiting. */
export async function startListSource(host: NetworkHost): Promise<ListSource> {
  const folder = mkdtempSync(join(tmpdir(), 'tracio-lists-'))
  const child = host.spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SOURCE, folder, String(PORT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('The source has no output.')
  await once(child.stdout, 'data')
  const names: string[] = []
  return {
    url: (name) => {
      if (!names.includes(name)) names.push(name)
      return `http://127.0.0.${names.indexOf(name) + 1}:${PORT}/${name}`
    },
    publish: (lists) => {
      for (const [name, list] of Object.entries(lists)) {
        // Nobody reads a half of it.
        writeFileSync(join(folder, `${name}.part`), list)
        renameSync(join(folder, `${name}.part`), join(folder, name))
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
