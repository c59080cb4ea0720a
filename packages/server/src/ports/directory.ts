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

/** A valid API secret, without the secret. */
export interface ApiSecret {
  readonly workspaceId: WorkspaceId
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** A secret of the session ring, decrypted. */
export interface SessionSecret {
  readonly number: number
  readonly bytes: Buffer
  readonly madeAt: EpochMs
}

/** Workspaces, their keys, and the server's own secrets. Small and seldom written. */
export interface Directory {
  workspaces(): Promise<readonly WorkspaceId[]>
  addWorkspace(id: WorkspaceId, name: string, at: EpochMs): Promise<void>

  /**
   * The secret that signs the workspace's linked ids, made at the first call and then for ever the same; see
   * `newLinkedIdSecret` for its form. Encrypted at rest. Throws when there is no such workspace.
   */
  lidSecret(id: WorkspaceId): Promise<Buffer>

  /** The number is given by the store. */
  addPublicKey(key: Omit<PublicKey, 'number'>, at: EpochMs): Promise<void>
  /** All keys of all workspaces: few. */
  publicKeys(): Promise<readonly PublicKey[]>

  /** Only the SHA-256 of a secret is stored: secrets are long random texts, which no dictionary holds. */
  addApiSecret(hash: Buffer, secret: ApiSecret, at: EpochMs): Promise<void>
  apiSecret(hash: Buffer): Promise<ApiSecret | undefined>

  /** All secrets of the session ring. They are encrypted at rest. */
  sessionSecrets(): Promise<readonly SessionSecret[]>
  /** Adds one and forgets those made before `keepFrom`. */
  addSessionSecret(bytes: Buffer, at: EpochMs, keepFrom: EpochMs): Promise<void>
}
