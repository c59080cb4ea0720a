import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { newLinkedIdSecret } from '../../auth/linked-id-secret.ts'
import type { ApiSecret, Directory, PublicKey, SessionSecret } from '../../ports/directory.ts'

/** The directory in memory: for tests and for trying things out. Nothing survives the process. */
export function createMemoryDirectory(): Directory {
  const workspaces: WorkspaceId[] = []
  const keys: PublicKey[] = []
  const secrets = new Map<string, ApiSecret>()
  const lidSecrets = new Map<WorkspaceId, Buffer>()
  let ring: SessionSecret[] = []
  let ringCount = 0

  const mustExist = (id: WorkspaceId): void => {
    if (!workspaces.includes(id)) throw new Error('There is no such workspace.')
  }

  return {
    async workspaces() {
      return [...workspaces]
    },
    async addWorkspace(id) {
      if (workspaces.includes(id)) throw new Error('The workspace exists already.')
      workspaces.push(id)
    },
    async lidSecret(id) {
      mustExist(id)
      const secret = lidSecrets.get(id) ?? newLinkedIdSecret()
      lidSecrets.set(id, secret)
      return secret
    },
    async addPublicKey(key) {
      mustExist(key.workspaceId)
      if (keys.some((other) => other.key === key.key)) throw new Error('The public key exists already.')
      keys.push({ ...key, number: keys.length + 1 })
    },
    async publicKeys() {
      return [...keys]
    },
    async addApiSecret(hash, secret) {
      mustExist(secret.workspaceId)
      secrets.set(hash.toString('hex'), secret)
    },
    async apiSecret(hash) {
      return secrets.get(hash.toString('hex'))
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
