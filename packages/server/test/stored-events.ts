import { withEventStore, workspaceOf } from '../src/commands/store.ts'
import { readConfig } from '../src/config.ts'
import type { LedgerEntry } from '../src/ports/ledger.ts'
import { type CommandFolder, preparedFolder } from './command-folder.ts'
import { sameAs } from './ledger-entries.ts'

/** A folder whose only workspace has these events. */
export async function folderWith(entries: readonly LedgerEntry[]): Promise<CommandFolder> {
  const folder = await preparedFolder()
  const report = (error: unknown): void => {
    throw error
  }
  await withEventStore(readConfig({ TRACIO_DATA_DIR: folder.dataDir }), report, async ({ directory, ledger }) => {
    const workspace = await workspaceOf(directory, undefined)
    for (const entry of entries) await ledger.append(sameAs(entry, workspace))
  })
  return folder
}
