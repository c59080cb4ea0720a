import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { askHealth } from './ask-health.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

it('sends the probe cookie along, and hears that it came', async () => {
  expect(await askHealth(server.url)).toEqual({ cookie: { domain: null, returned: true, set: true } })
})

it('asks for the health and for nothing else', async () => {
  expect(await askHealth(`${server.url}/elsewhere`)).toEqual({ silent: 'it answers with status 404' })
})
