import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TracioServer } from './tracio-server.ts'

/** Lets a running server ask for a list again within seconds, as if the pause that its source likes were over. */
export function makeDue({ dataDir }: Pick<TracioServer, 'dataDir'>, feed: string): void {
  const file = join(dataDir, 'feeds', feed, 'state.json')
  const state = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(`${file}.later`, JSON.stringify({ ...state, answeredAt: null, nextAt: 0 }))
  renameSync(`${file}.later`, file)
}
