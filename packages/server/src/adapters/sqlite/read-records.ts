import type { AnswerLevel, EpochMs, WorkspaceId } from '@tracio/contract'
import {
  type ApiSecret,
  type ApiSecretRecord,
  apiSecretId,
  type PublicKey,
  type PublicKeyRecord,
} from '../../ports/directory.ts'

type Row = Readonly<Record<string, unknown>>

/** Columns of a STRICT table hold what `addPublicKey` wrote; the brands and unions say what that was. */
export const readKey = (row: Row): PublicKey => ({
  number: Number(row['number']),
  key: String(row['key']),
  workspaceId: String(row['workspace_id']) as WorkspaceId,
  name: String(row['name']),
  environment: row['environment'] as PublicKey['environment'],
  answerLevel: row['answer_level'] as AnswerLevel,
  origins: JSON.parse(String(row['origins'])) as readonly string[],
  privacyControl: row['privacy_control'] as PublicKey['privacyControl'],
})

/** Null stays null: it says that something has not happened, or never will. */
const readMoment = (value: unknown): EpochMs | null => (value === null ? null : (Number(value) as EpochMs))

/** As above, with what only those who keep the key see. */
export const readKeyRecord = (row: Row): PublicKeyRecord => ({
  ...readKey(row),
  createdAt: Number(row['created_at']) as EpochMs,
  revokedAt: readMoment(row['revoked_at']),
})

/** As above: the columns hold what `addApiSecret` wrote. */
export const readSecret = (row: Row): ApiSecret => ({
  workspaceId: String(row['workspace_id']) as WorkspaceId,
  name: String(row['name']),
  scopes: JSON.parse(String(row['scopes'])) as ApiSecret['scopes'],
  expiresAt: readMoment(row['expires_at']),
  networks: JSON.parse(String(row['networks'])) as readonly string[],
})

/** As above, with what only those who keep the secret see. */
export const readSecretRecord = (row: Row): ApiSecretRecord => ({
  ...readSecret(row),
  id: apiSecretId(row['hash'] as Uint8Array),
  createdAt: Number(row['created_at']) as EpochMs,
  revokedAt: readMoment(row['revoked_at']),
})
