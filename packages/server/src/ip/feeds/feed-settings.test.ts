import { expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { feedSettings, operatorListFiles } from './feed-settings.ts'

it('fetches by default, from public addresses', () => {
  const settings = feedSettings(readConfig({}))
  expect(settings).toEqual({ mode: 'on', on: [], off: [], urls: {}, privateAllowed: false })
})

it('finds the operator’s lists in the data folder, unless a setting says where', () => {
  const config = readConfig({ TRACIO_DATA_DIR: '/var/lib/tracio', TRACIO_LISTS_BLOCK: '/etc/tracio/block.txt' })
  expect(operatorListFiles(config)).toEqual({
    allow: '/var/lib/tracio/lists/allow.txt',
    block: '/etc/tracio/block.txt',
    office: '/var/lib/tracio/lists/office.txt',
  })
})
