import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { runApp } from '../../test/running-app.ts'
import { port } from './port.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Port of a server that answers everything with this. */
async function strangerPort(answer: string): Promise<number> {
  const server: Server = createServer((_request, response) => response.end(answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  // A server that listens on a port has an address of this shape.
  return (server.address() as AddressInfo).port
}

const examine = (number: number | string) => port.examine(healthyPatient({ TRACIO_PORT: String(number) }))

it('knows a server of ours', async () => {
  const { app, url } = await runApp()
  closers.push(() => app.close())
  expect(await examine(new URL(url).port)).toMatchObject({ outcome: 'ok', found: expect.stringContaining('answers') })
})

it.each([['{"ok":true}'], ['<html>'], ['']])('knows another program, whatever it answers: %s', async (answer) => {
  expect(await examine(await strangerPort(answer))).toMatchObject({ outcome: 'problem' })
})

it('finds a free port free', async () => {
  const number = await strangerPort('')
  await closers.pop()?.()
  expect(await examine(number)).toMatchObject({ outcome: 'ok', found: expect.stringContaining('free') })
})

it('lets the system choose', async () => {
  expect(await examine(0)).toMatchObject({ outcome: 'ok' })
})

it('names an address that this machine does not have', async () => {
  const elsewhere = healthyPatient({ TRACIO_HOST: '192.0.2.1', TRACIO_PORT: '9' })
  expect(await port.examine(elsewhere)).toMatchObject({
    outcome: 'problem',
    advice: expect.stringContaining('TRACIO_HOST'),
  })
}, 10_000)
