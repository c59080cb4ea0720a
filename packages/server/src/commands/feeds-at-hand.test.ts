import { expect, it } from 'vitest'
import { newDataDir } from '../../test/a-feed.ts'
import { readConfig } from '../config.ts'
import { writeCustomFeeds } from '../ip/feeds/custom-feeds.ts'
import { feedTable } from '../ip/feeds/feed-table.ts'
import { feedsAtHand } from './feeds-at-hand.ts'

it('gives the table’s feeds and the operator’s, or those that are named', async () => {
  const dataDir = newDataDir()
  const config = readConfig({ TRACIO_DATA_DIR: dataDir, TRACIO_FEEDS_OFF: 'ipsum' })
  const own = { id: 'mine', url: 'https://a.example/', parser: 'plain', kind: 'vpn', periodMs: 86_400_000 } as const
  await writeCustomFeeds(dataDir, [{ ...own, clears: false }])
  const idsOf = async (ids?: readonly string[]) => (await feedsAtHand(config, ids)).map(({ feed }) => feed.id)
  expect(await idsOf()).toEqual([...feedTable.map(({ id }) => id), 'mine'])
  expect(await idsOf(['mine', 'ipsum'])).toEqual(['ipsum', 'mine'])
  expect((await feedsAtHand(config, ['ipsum']))[0]?.enabled).toBe(false)
  await expect(idsOf(['yours'])).rejects.toThrow('There is no feed "yours"')
})
