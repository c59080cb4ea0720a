import type { DatabaseSync } from 'node:sqlite'
import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { newLinkedIdSecret } from '../../auth/linked-id-secret.ts'
import type { Directory } from '../../ports/directory.ts'
import type { SecretBox } from '../secret-box.ts'
import { inTransaction } from './database.ts'
import { readKey, readKeyRecord, readSecret, readSecretRecord } from './read-records.ts'

/** The directory on the embedded database. The caller owns the connection. */
export function createSqliteDirectory(db: DatabaseSync, box: SecretBox): Directory {
  const workspaces = db.prepare('SELECT id, name, created_at FROM workspaces ORDER BY number')
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
  const IN_FORCE = 'revoked_at IS NULL AND workspace = (SELECT number FROM workspaces WHERE id = ?)'
  const changeKey = db.prepare(
    `UPDATE public_keys SET name = ifnull(?, name), answer_level = ifnull(?, answer_level),
       origins = ifnull(?, origins), privacy_control = ifnull(?, privacy_control)
     WHERE key = ? AND ${IN_FORCE}`,
  )
  const revokeKey = db.prepare(`UPDATE public_keys SET revoked_at = ? WHERE key = ? AND ${IN_FORCE}`)
  const addSecret = db.prepare(
    `INSERT INTO api_secrets (hash, workspace, name, scopes, expires_at, networks, created_at)
     VALUES (?, (SELECT number FROM workspaces WHERE id = ?), ?, ?, ?, ?, ?)`,
  )
  const SECRETS = 'SELECT s.*, w.id AS workspace_id FROM api_secrets s JOIN workspaces w ON w.number = s.workspace'
  const secret = db.prepare(`${SECRETS} WHERE s.hash = ? AND s.revoked_at IS NULL`)
  const secrets = db.prepare(`${SECRETS} ORDER BY s.created_at, s.hash`)
  const revokeSecret = db.prepare(`UPDATE api_secrets SET revoked_at = ? WHERE hash = ? AND ${IN_FORCE}`)
  const ring = db.prepare('SELECT number, sealed, made_at FROM session_secrets ORDER BY number')
  const addToRing = db.prepare('INSERT INTO session_secrets (sealed, made_at) VALUES (?, ?)')
  const forgetFromRing = db.prepare('DELETE FROM session_secrets WHERE made_at < ?')

  return {
    async workspaces() {
      return workspaces.all().map((row) => String(row['id']) as WorkspaceId)
    },
    async workspaceRecords() {
      return workspaces.all().map((row) => ({
        id: String(row['id']) as WorkspaceId,
        name: String(row['name']),
        createdAt: Number(row['created_at']) as EpochMs,
      }))
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
      return keys
        .all()
        .filter((row) => row['revoked_at'] === null)
        .map(readKey)
    },
    async publicKeyRecords() {
      return keys.all().map(readKeyRecord)
    },
    async updatePublicKey(workspace, key, { name, answerLevel, origins, privacyControl }) {
      const originsJson = origins === undefined ? null : JSON.stringify(origins)
      const values = [name ?? null, answerLevel ?? null, originsJson, privacyControl ?? null]
      return Number(changeKey.run(...values, key, workspace).changes) > 0
    },
    async revokePublicKey(workspace, key, at) {
      return Number(revokeKey.run(at, key, workspace).changes) > 0
    },
    async addApiSecret(hash, { workspaceId, name, scopes, expiresAt = null, networks = [] }, at) {
      addSecret.run(hash, workspaceId, name, JSON.stringify(scopes), expiresAt, JSON.stringify(networks), at)
    },
    async apiSecret(hash) {
      const row = secret.get(hash)
      return row && readSecret(row)
    },
    async apiSecretRecords() {
      return secrets.all().map(readSecretRecord)
    },
    async revokeApiSecret(workspace, id, at) {
      const named = secrets.all().filter((row) => readSecretRecord(row).id === id)
      return named.some((row) => Number(revokeSecret.run(at, row['hash'] ?? null, workspace).changes) > 0)
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
