import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { AddressRefused, guardedLookup, refusePrivateHost } from './guarded-lookup.ts'

const resolved = promisify((name: string, all: boolean, done: (error: Error | null, found?: unknown) => void) => {
  guardedLookup(name, { all }, (error, found) => done(error, found))
})

it.each([true, false])('resolves no name into the own machine (all: %s)', async (all) => {
  await expect(resolved('localhost', all)).rejects.toThrow(AddressRefused)
})

it('hands on that there is no such name', async () => {
  await expect(resolved('no-such-host.invalid', true)).rejects.toMatchObject({ syscall: 'getaddrinfo' })
})

it('gives public addresses, one or all', async () => {
  expect(await resolved('8.8.8.8', true)).toEqual([{ address: '8.8.8.8', family: 4 }])
  expect(await resolved('8.8.8.8', false)).toBe('8.8.8.8')
})

it.each([
  'http://127.0.0.1/',
  'https://[::1]:8443/',
  'http://192.168.1.1/',
  'http://0x7f.1/',
  'http://[::ffff:10.0.0.1]/',
])('refuses %s itself', (url) => {
  expect(() => refusePrivateHost(new URL(url))).toThrow(AddressRefused)
})

it.each(['http://8.8.8.8/', 'https://feeds.example/', 'http://[2606:4700::1]/'])('has nothing against %s', (url) => {
  expect(() => refusePrivateHost(new URL(url))).not.toThrow()
})
