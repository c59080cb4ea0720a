import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { shownSettings } from './shown-settings.ts'

it('shows every setting by its name', () => {
  expect(shownSettings(readConfig({ TRACIO_PORT: '0' }))).toMatchObject({ TRACIO_PORT: 0, TRACIO_RATE_PER_KEY: 0 })
})

it('shows of secrets only whether they are set', () => {
  const env = { TRACIO_SECRET_KEY: 'ab'.repeat(32), TRACIO_METRICS_TOKEN: 'hush-hush-hush-hush' }
  const shown = shownSettings(readConfig(env))
  expect(shown).toMatchObject({ TRACIO_SECRET_KEY: 'set', TRACIO_METRICS_TOKEN: 'set' })
  expect(JSON.stringify(shown)).not.toMatch(/hush|abab|171,171/)
  expect(shownSettings(readConfig({}))).toMatchObject({ TRACIO_SECRET_KEY: null, TRACIO_METRICS_TOKEN: null })
})

it('shows of addresses of feeds only whose they are', () => {
  const shown = shownSettings(readConfig({ TRACIO_FEEDS_URLS: 'ipsum=https://mirror.example/list?key=hush' }))
  expect(shown).toMatchObject({ TRACIO_FEEDS_URLS: ['ipsum'] })
})

it('shows addresses without what logs people in', () => {
  const shown = shownSettings(readConfig({ TRACIO_PUBLIC_URL: 'https://ada:hush@tracio.example.com' }))
  expect(shown).toMatchObject({ TRACIO_PUBLIC_URL: 'https://…@tracio.example.com' })
})
