import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { newLinkedIdSecret } from '../../auth/linked-id-secret.ts'
import {
  type ApiSecretRecord,
  apiSecretId,
  type Directory,
  type PublicKeyRecord,
  type SessionSecret,
  type WorkspaceRecord,
} from '../../ports/directory.ts'

/** The directory in memory: for tests and for trying things out. Nothing survives the process. */
export function createMemoryDirectory(): Directory {
  const workspaces: WorkspaceRecord[] = []
  const lidSecrets = new Map<WorkspaceId, Buffer>()
  let keys: readonly PublicKeyRecord[] = []
  /** By hash. */
  const secrets = new Map<string, ApiSecretRecord>()
  let ring: SessionSecret[] = []
  let ringCount = 0

  const mustExist = (id: WorkspaceId): void => {
    if (!workspaces.some((one) => one.id === id)) throw new Error('There is no such workspace.')
  }

  /** Replaces one key in force; false when there is none. */
  function change(workspaceId: WorkspaceId, key: string, part: Partial<PublicKeyRecord>): boolean {
    const found = keys.find((one) => one.workspaceId === workspaceId && one.key === key && one.revokedAt === null)
    keys = keys.map((one) => (one === found ? { ...one, ...part } : one))
    return found !== undefined
  }

  return {
    async workspaces() {
      return workspaces.map(({ id }) => id)
    },
    async workspaceRecords() {
      return [...workspaces]
    },
    async addWorkspace(id, name, createdAt) {
      if (workspaces.some((one) => one.id === id)) throw new Error('The workspace exists already.')
      workspaces.push({ id, name, createdAt })
    },
    async lidSecret(id) {
      mustExist(id)
      const secret = lidSecrets.get(id) ?? newLinkedIdSecret()
      lidSecrets.set(id, secret)
      return secret
    },
    async addPublicKey(key, createdAt) {
      mustExist(key.workspaceId)
      if (keys.some((other) => other.key === key.key)) throw new Error('The public key exists already.')
      keys = [...keys, { ...key, number: keys.length + 1, createdAt, revokedAt: null }]
    },
    async publicKeys() {
      return keys
        .filter(({ revokedAt }) => revokedAt === null)
        .map(({ createdAt: _made, revokedAt: _ended, ...key }) => key)
    },
    async publicKeyRecords() {
      return keys
    },
    async updatePublicKey(workspaceId, key, part) {
      return change(workspaceId, key, part)
    },
    async revokePublicKey(workspaceId, key, revokedAt) {
      return change(workspaceId, key, { revokedAt })
    },
    async addApiSecret(hash, secret, createdAt) {
      mustExist(secret.workspaceId)
      const record = { expiresAt: null, networks: [], ...secret, id: apiSecretId(hash), createdAt, revokedAt: null }
      secrets.set(hash.toString('hex'), record)
    },
    async apiSecret(hash) {
      const record = secrets.get(hash.toString('hex'))
      if (record === undefined || record.revokedAt !== null) return
      const { id: _id, createdAt: _made, revokedAt: _ended, ...secret } = record
      return secret
    },
    async apiSecretRecords() {
      return [...secrets.values()]
    },
    async revokeApiSecret(workspaceId, id, revokedAt) {
      const found = [...secrets].find(([, one]) => one.workspaceId === workspaceId && one.id === id)
      if (!found || found[1].revokedAt !== null) return false
      secrets.set(found[0], { ...found[1], revokedAt })
      return true
    },
    async sessionSecrets() {
      return [...ring]
    },
    async addSessionSecret(bytes: Buffer, at: EpochMs, keepFrom: EpochMs) {
      ringCount += 1
      ring = [...ring.filter(({ madeAt }) => madeAt >= keepFrom), { number: ringCount, bytes, madeAt: at }]
    },
  }
}
