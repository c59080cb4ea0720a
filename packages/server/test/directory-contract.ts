import type { EpochMs, WorkspaceId } from '@tracio/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Directory, PublicKey } from '../src/ports/directory.ts'

/** A workspace that tests own, and another that must never show in it. */
export const aWorkspace = 'ws_aaaaaaaaaaaaaaaa' as WorkspaceId
export const otherWorkspace = 'ws_bbbbbbbbbbbbbbbb' as WorkspaceId

/** A public key to add; the store gives the number. */
export const aKey = (part: Partial<PublicKey> = {}): Omit<PublicKey, 'number'> => ({
  key: 'tracio_pk_1',
  workspaceId: aWorkspace,
  name: 'live',
  environment: 'live',
  answerLevel: 'verdict',
  origins: [],
  privacyControl: 'report',
  ...part,
})

const at = (ms: number): EpochMs => ms as EpochMs

/** What every `Directory` promises. */
export function directoryContract(name: string, open: () => Promise<Directory>): void {
  describe(`${name} is a Directory`, () => {
    let directory: Directory
    beforeEach(async () => {
      directory = await open()
      await directory.addWorkspace(aWorkspace, 'shop', at(1))
      await directory.addWorkspace(otherWorkspace, 'other', at(2))
    })

    it('lists workspaces in the order of their making', async () => {
      expect(await directory.workspaces()).toEqual([aWorkspace, otherWorkspace])
    })

    it('takes a workspace id once', async () => {
      await expect(directory.addWorkspace(aWorkspace, 'again', at(3))).rejects.toThrow()
    })

    it('makes one secret for the linked ids of each workspace, and keeps it', async () => {
      const secret = await directory.lidSecret(aWorkspace)
      expect(secret.toString()).toMatch(/^tracio_lid_[0-9a-z]{48}$/)
      expect(await directory.lidSecret(aWorkspace)).toEqual(secret)
      expect(await directory.lidSecret(otherWorkspace)).not.toEqual(secret)
      await expect(directory.lidSecret('ws_none' as WorkspaceId)).rejects.toThrow()
    })

    it('gives public keys back whole, in the order of their making, each with a number of its own', async () => {
      const keys = [
        aKey({ origins: ['https://shop.example'] }),
        aKey({ key: 'tracio_pk_2', workspaceId: otherWorkspace, environment: 'test', privacyControl: 'obey' }),
      ]
      for (const key of keys) await directory.addPublicKey(key, at(1))
      const found = await directory.publicKeys()
      expect(found).toEqual(keys.map((key, i) => ({ ...key, number: found[i]?.number })))
      expect(new Set(found.map(({ number }) => number)).size).toBe(2)
    })

    it('takes a public key once, and only of a workspace that exists', async () => {
      await directory.addPublicKey(aKey(), at(1))
      await expect(directory.addPublicKey(aKey(), at(2))).rejects.toThrow()
      const stray = aKey({ key: 'tracio_pk_3', workspaceId: 'ws_none' as WorkspaceId })
      await expect(directory.addPublicKey(stray, at(2))).rejects.toThrow()
    })

    it('finds an API secret by its hash', async () => {
      const secret = { workspaceId: aWorkspace, name: 'ci', scopes: ['events', 'admin'] } as const
      await directory.addApiSecret(Buffer.alloc(32, 1), secret, at(1))
      expect(await directory.apiSecret(Buffer.alloc(32, 1))).toEqual(secret)
      expect(await directory.apiSecret(Buffer.alloc(32, 2))).toBeUndefined()
    })

    it('keeps the ring of session secrets, and forgets the old when one is added', async () => {
      await directory.addSessionSecret(Buffer.alloc(32, 1), at(1000), at(0))
      await directory.addSessionSecret(Buffer.alloc(32, 2), at(2000), at(1000))
      await directory.addSessionSecret(Buffer.alloc(32, 3), at(3000), at(1001))
      const ring = await directory.sessionSecrets()
      expect(ring.map(({ madeAt, bytes }) => [madeAt, bytes[0]])).toEqual([
        [2000, 2],
        [3000, 3],
      ])
      expect(new Set(ring.map(({ number }) => number)).size).toBe(2)
    })

    it('never gives a forgotten secret’s number to a new one', async () => {
      await directory.addSessionSecret(Buffer.alloc(32, 1), at(1000), at(0))
      const [first] = await directory.sessionSecrets()
      await directory.addSessionSecret(Buffer.alloc(32, 2), at(9000), at(9000))
      const [second] = await directory.sessionSecrets()
      expect(second?.number).not.toBe(first?.number)
    })
  })
}
