import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

it('has a default for every setting', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, logLevel: 'info', demo: true, trustProxy: [] })
})

it('reads what is set', () => {
  const config = readConfig({
    TRACIO_PORT: '0',
    TRACIO_TRUST_PROXY: '10.0.0.0/8, ::1',
    TRACIO_PUBLIC_URL: 'https://tracio.example.com/',
    TRACIO_SECRET_KEY: 'ab'.repeat(32),
    TRACIO_DEMO: 'off',
  })
  expect(config).toMatchObject({
    port: 0,
    trustProxy: ['10.0.0.0/8', '::1'],
    publicUrl: 'https://tracio.example.com',
    demo: false,
  })
  expect(config.secretKey).toHaveLength(32)
})

it('lists all mistakes at once', () => {
  const env = { TRACIO_PORT: 'http', TRACIO_LOG_LEVEL: 'loud', TRACIO_PROT: '80' }
  expect(() => readConfig(env)).toThrow(/TRACIO_PORT must.*\n.*TRACIO_LOG_LEVEL must.*\n.*TRACIO_PROT is not a setting/)
})

it('never repeats a secret in a message', () => {
  expect(() => readConfig({ TRACIO_SECRET_KEY: 'hunter2' })).toThrow(/^(?!.*hunter2)/s)
})

describe('refuses', () => {
  it.each([
    ['a port beyond the last', { TRACIO_PORT: '65536' }],
    ['a port with a sign', { TRACIO_PORT: '+80' }],
    ['a proxy by name', { TRACIO_TRUST_PROXY: 'proxy.example.com' }],
    ['a prefix that is too long', { TRACIO_TRUST_PROXY: '10.0.0.0/33' }],
    ['a prefix that is no number', { TRACIO_TRUST_PROXY: '10.0.0.0/' }],
    ['a public address of another scheme', { TRACIO_PUBLIC_URL: 'ftp://example.com' }],
    ['a data folder without a name', { TRACIO_DATA_DIR: '' }],
    ['a demo that is neither on nor off', { TRACIO_DEMO: 'yes' }],
  ])('%s', (_name, env) => {
    expect(() => readConfig(env)).toThrow('The settings are wrong')
  })
})

it("leaves customers' own variables alone", () => {
  expect(() => readConfig({ TRACIO_LID_SECRET: 'x', TRACIO_TEST_CHROMIUM: 'y' })).not.toThrow()
})
