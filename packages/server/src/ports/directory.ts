import type { AnswerLevel, EpochMs, WorkspaceId } from '@tracio/contract'

/** What an API secret may be used for. */
export type Scope = 'identify' | 'events' | 'signals' | 'admin'

/** A public key: names the site, sits in pages for everybody to see. */
export interface PublicKey {
  readonly number: number
  /** `tracio_pk_` and 40 hexadecimal digits. */
  readonly key: string
  readonly workspaceId: WorkspaceId
  readonly name: string
  readonly environment: 'live' | 'test'
  readonly answerLevel: AnswerLevel
  /** Origins that may use it; empty: every origin. `self` stands for this server's own pages. */
  readonly origins: readonly string[]
  /** What Global Privacy Control does: `report` shows it in the event, `obey` refuses the visit and stores nothing. */
  readonly privacyControl: 'report' | 'obey'
}

/** What may be changed about a public key; its environment may not, because stored events tell it. */
export type PublicKeyChange = Partial<Pick<PublicKey, 'name' | 'answerLevel' | 'origins' | 'privacyControl'>>

/** A public key as those who keep it see it, also after it was revoked. */
export interface PublicKeyRecord extends PublicKey {
  readonly createdAt: EpochMs
  /** Null: in force. */
  readonly revokedAt: EpochMs | null
}

/** An API secret that was not revoked, without the secret. Whoever takes it for a caller checks all that is here. */
export interface ApiSecret {
  readonly workspaceId: WorkspaceId
  readonly name: string
  readonly scopes: readonly Scope[]
  /** From this moment on it is not valid. Null: it never expires. */
  readonly expiresAt: EpochMs | null
  /** Addresses and CIDRs that may use it; empty: every address. */
  readonly networks: readonly string[]
}

/** What an API secret is made from: without an expiry it lives on, without networks it is good everywhere. */
export type NewApiSecret = Pick<ApiSecret, 'workspaceId' | 'name' | 'scopes'> &
  Partial<Pick<ApiSecret, 'expiresAt' | 'networks'>>

/** An API secret as those who keep it see it, also after it expired or was revoked. */
export interface ApiSecretRecord extends ApiSecret {
  /** The first 12 hexadecimal digits of its hash, which name it and open nothing. */
  readonly id: string
  readonly createdAt: EpochMs
  /** Null: not revoked. */
  readonly revokedAt: EpochMs | null
}

/** A workspace as those who keep it see it. */
export interface WorkspaceRecord {
  readonly id: WorkspaceId
  readonly name: string
  readonly createdAt: EpochMs
}

/** A secret of the session ring, decrypted. */
export interface SessionSecret {
  readonly number: number
  readonly bytes: Buffer
  readonly madeAt: EpochMs
}

/** Hexadecimal digits of a secret's hash that name it: 48 bits, and nobody has a million secrets. */
const SECRET_ID_DIGITS = 12

/** The id of the API secret with this hash. */
export const apiSecretId = (hash: Uint8Array): string => Buffer.from(hash).toString('hex').slice(0, SECRET_ID_DIGITS)

/** Workspaces, their keys, and the server's own secrets. Small and seldom written. */
export interface Directory {
  workspaces(): Promise<readonly WorkspaceId[]>
  /** All workspaces with their names, in the order of their making. */
  workspaceRecords(): Promise<readonly WorkspaceRecord[]>
  addWorkspace(id: WorkspaceId, name: string, at: EpochMs): Promise<void>

  /**
   * The secret that signs the workspace's linked ids, made at the first call and then for ever the same; see
   * `newLinkedIdSecret` for its form. Encrypted at rest. Throws when there is no such workspace.
   */
  lidSecret(id: WorkspaceId): Promise<Buffer>

  /** The number is given by the store. */
  addPublicKey(key: Omit<PublicKey, 'number'>, at: EpochMs): Promise<void>
  /** All keys of all workspaces that are in force: few. */
  publicKeys(): Promise<readonly PublicKey[]>
  /** All keys of all workspaces that were ever made, in the order of their making. */
  publicKeyRecords(): Promise<readonly PublicKeyRecord[]>
  /** Changes what is named of a key in force. False: the workspace has no such key in force. */
  updatePublicKey(workspace: WorkspaceId, key: string, change: PublicKeyChange): Promise<boolean>
  /** Ends a key for good. False: the workspace has no such key in force. */
  revokePublicKey(workspace: WorkspaceId, key: string, at: EpochMs): Promise<boolean>

  /** Only the SHA-256 of a secret is stored: secrets are long random texts, which no dictionary holds. */
  addApiSecret(hash: Buffer, secret: NewApiSecret, at: EpochMs): Promise<void>
  /** Undefined: there is none, or it was revoked. Expiry and networks are for the caller to check. */
  apiSecret(hash: Buffer): Promise<ApiSecret | undefined>
  /** All secrets of all workspaces that were ever made, in the order of their making. */
  apiSecretRecords(): Promise<readonly ApiSecretRecord[]>
  /** Ends a secret for good, by its id. False: the workspace has no such secret, or it was revoked before. */
  revokeApiSecret(workspace: WorkspaceId, id: string, at: EpochMs): Promise<boolean>

  /** All secrets of the session ring. They are encrypted at rest. */
  sessionSecrets(): Promise<readonly SessionSecret[]>
  /** Adds one and forgets those made before `keepFrom`. */
  addSessionSecret(bytes: Buffer, at: EpochMs, keepFrom: EpochMs): Promise<void>
}
