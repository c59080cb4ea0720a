import type { DatabaseSync } from 'node:sqlite'
import type { AnswerLevel, EpochMs, WorkspaceId } from '@tracio/contract'
import { newLinkedIdSecret } from '../../auth/linked-id-secret.ts'
import type { ApiSecret, Directory, PublicKey } from '../../ports/directory.ts'
import type { SecretBox } from '../secret-box.ts'
import { inTransaction } from './database.ts'

/** The directory on the embedded database. The caller owns the connection. */
export function createSqliteDirectory(db: DatabaseSync, box: SecretBox): Directory {
  const workspaces = db.prepare('SELECT id FROM workspaces ORDER BY number')
  const addWorkspace = db.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, ?)')
  const lidSecret = db.prepare('SELECT lid_secret FROM workspaces WHERE id = ?')
  // Another process may have made one a moment ago, and customers sign with the first.
  const addLidSecret = db.prepare('UPDATE workspaces SET lid_secret = ? WHERE id = ? AND lid_secret IS NULL')
  const addKey = db.prepare(
    `INSERT INTO public_keys (workspace, key, name, environment, answer_level, origins, privacy_control, created_at)
     VALUES ((SELECT number FROM workspaces WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)`,
  )
  const keys = db.prepare(
    `SELECT k.*, w.id AS workspace_id FROM public_keys k JOIN workspaces w ON w.number = k.workspace
     ORDER BY k.number`,
  )
  const addSecret = db.prepare(
    `INSERT INTO api_secrets (hash, workspace, name, scopes, created_at)
     VALUES (?, (SELECT number FROM workspaces WHERE id = ?), ?, ?, ?)`,
  )
  const secret = db.prepare(
    `SELECT s.name, s.scopes, w.id AS workspace_id FROM api_secrets s JOIN workspaces w ON w.number = s.workspace
     WHERE s.hash = ?`,
  )
  const ring = db.prepare('SELECT number, sealed, made_at FROM session_secrets ORDER BY number')
  const addToRing = db.prepare('INSERT INTO session_secrets (sealed, made_at) VALUES (?, ?)')
  const forgetFromRing = db.prepare('DELETE FROM session_secrets WHERE made_at < ?')

  return {
    async workspaces() {
      return workspaces.all().map((row) => String(row['id']) as WorkspaceId)
    },
    async addWorkspace(id, name, at) {
      addWorkspace.run(id, name, at)
    },
    async lidSecret(id) {
      if (lidSecret.get(id)?.['lid_secret'] === null) addLidSecret.run(box.close(newLinkedIdSecret()), id)
      const sealed = lidSecret.get(id)?.['lid_secret']
      if (!(sealed instanceof Uint8Array)) throw new Error('There is no such workspace.')
      return box.open(sealed)
    },
    async addPublicKey({ workspaceId, key, name, environment, answerLevel, origins, privacyControl }, at) {
      addKey.run(workspaceId, key, name, environment, answerLevel, JSON.stringify(origins), privacyControl, at)
    },
    async publicKeys() {
      return keys.all().map(readKey)
    },
    async addApiSecret(hash, { workspaceId, name, scopes }, at) {
      addSecret.run(hash, workspaceId, name, JSON.stringify(scopes), at)
    },
    async apiSecret(hash) {
      const row = secret.get(hash)
      return row && readSecret(row)
    },
    async sessionSecrets() {
      return ring.all().map((row) => ({
        number: Number(row['number']),
        bytes: box.open(row['sealed'] as Uint8Array),
        madeAt: Number(row['made_at']) as EpochMs,
      }))
    },
    async addSessionSecret(bytes, at, keepFrom) {
      inTransaction(db, () => {
        forgetFromRing.run(keepFrom)
        addToRing.run(box.close(bytes), at)
      })
    },
  }
}

type Row = Readonly<Record<string, unknown>>

/** Columns of a STRICT table hold what `addPublicKey` wrote; the brands and unions say what that was. */
const readKey = (row: Row): PublicKey => ({
  number: Number(row['number']),
  key: String(row['key']),
  workspaceId: String(row['workspace_id']) as WorkspaceId,
  name: String(row['name']),
  environment: row['environment'] as PublicKey['environment'],
  answerLevel: row['answer_level'] as AnswerLevel,
  origins: JSON.parse(String(row['origins'])) as readonly string[],
  privacyControl: row['privacy_control'] as PublicKey['privacyControl'],
})

/** As above: the columns hold what `addApiSecret` wrote. */
const readSecret = (row: Row): ApiSecret => ({
  workspaceId: String(row['workspace_id']) as WorkspaceId,
  name: String(row['name']),
  scopes: JSON.parse(String(row['scopes'])) as ApiSecret['scopes'],
})
