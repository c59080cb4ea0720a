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
      expect(await directory.workspaceRecords()).toEqual([
        { id: aWorkspace, name: 'shop', createdAt: 1 },
        { id: otherWorkspace, name: 'other', createdAt: 2 },
      ])
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

    it('changes what is named of a public key, and nothing else', async () => {
      await directory.addPublicKey(aKey({ origins: ['https://shop.example'] }), at(1))
      const change = { name: 'new', answerLevel: 'id', privacyControl: 'obey' } as const
      expect(await directory.updatePublicKey(aWorkspace, 'tracio_pk_1', change)).toBe(true)
      expect(await directory.publicKeys()).toMatchObject([{ ...change, origins: ['https://shop.example'] }])
      expect(await directory.updatePublicKey(aWorkspace, 'tracio_pk_1', { origins: [] })).toBe(true)
      expect(await directory.publicKeys()).toMatchObject([{ ...change, origins: [], environment: 'live' }])
    })

    it('revokes a public key once and for good, and still tells of it', async () => {
      await directory.addPublicKey(aKey(), at(1))
      await directory.addPublicKey(aKey({ key: 'tracio_pk_2' }), at(2))
      expect(await directory.revokePublicKey(aWorkspace, 'tracio_pk_1', at(5))).toBe(true)
      expect(await directory.revokePublicKey(aWorkspace, 'tracio_pk_1', at(6))).toBe(false)
      expect(await directory.updatePublicKey(aWorkspace, 'tracio_pk_1', { name: 'alive' })).toBe(false)
      expect((await directory.publicKeys()).map(({ key }) => key)).toEqual(['tracio_pk_2'])
      expect(await directory.publicKeyRecords()).toMatchObject([
        { key: 'tracio_pk_1', name: 'live', createdAt: 1, revokedAt: 5 },
        { key: 'tracio_pk_2', createdAt: 2, revokedAt: null },
      ])
    })

    it('finds an API secret by its hash; it lives on and is good everywhere unless said otherwise', async () => {
      const plain = { workspaceId: aWorkspace, name: 'ci', scopes: ['events', 'admin'] } as const
      const narrow = { ...plain, name: 'narrow', expiresAt: at(90), networks: ['10.0.0.0/8'] } as const
      await directory.addApiSecret(Buffer.alloc(32, 1), plain, at(1))
      await directory.addApiSecret(Buffer.alloc(32, 2), narrow, at(1))
      expect(await directory.apiSecret(Buffer.alloc(32, 1))).toEqual({ ...plain, expiresAt: null, networks: [] })
      expect(await directory.apiSecret(Buffer.alloc(32, 2))).toEqual(narrow)
      expect(await directory.apiSecret(Buffer.alloc(32, 3))).toBeUndefined()
    })

    it('revokes an API secret by its id once and for good, and still tells of it', async () => {
      const secret = { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] } as const
      await directory.addApiSecret(Buffer.alloc(32, 1), secret, at(1))
      await directory.addApiSecret(Buffer.alloc(32, 2), { ...secret, name: 'other' }, at(2))
      expect(await directory.revokeApiSecret(aWorkspace, '010101010101', at(5))).toBe(true)
      expect(await directory.revokeApiSecret(aWorkspace, '010101010101', at(6))).toBe(false)
      expect(await directory.apiSecret(Buffer.alloc(32, 1))).toBeUndefined()
      expect(await directory.apiSecret(Buffer.alloc(32, 2))).toMatchObject({ name: 'other' })
      expect(await directory.apiSecretRecords()).toEqual([
        { ...secret, id: '010101010101', expiresAt: null, networks: [], createdAt: 1, revokedAt: 5 },
        { ...secret, id: '020202020202', name: 'other', expiresAt: null, networks: [], createdAt: 2, revokedAt: null },
      ])
    })

    it('lets no workspace change or revoke what belongs to another', async () => {
      await directory.addPublicKey(aKey(), at(1))
      await directory.addApiSecret(
        Buffer.alloc(32, 1),
        { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] },
        at(1),
      )
      expect(await directory.updatePublicKey(otherWorkspace, 'tracio_pk_1', { name: 'mine' })).toBe(false)
      expect(await directory.revokePublicKey(otherWorkspace, 'tracio_pk_1', at(2))).toBe(false)
      expect(await directory.revokeApiSecret(otherWorkspace, '010101010101', at(2))).toBe(false)
      expect(await directory.publicKeys()).toMatchObject([{ name: 'live' }])
      expect(await directory.apiSecret(Buffer.alloc(32, 1))).toMatchObject({ name: 'ci' })
    })

    it('gives each workspace a secret of its own to sign linked ids with, always the same', async () => {
      const secret = await directory.lidSecret(aWorkspace)
      expect(secret.toString()).toMatch(/^tracio_lid_[0-9a-z]{48}$/)
      expect(await directory.lidSecret(aWorkspace)).toEqual(secret)
      expect(await directory.lidSecret(otherWorkspace)).not.toEqual(secret)
      await expect(directory.lidSecret('ws_none' as WorkspaceId)).rejects.toThrow()
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
