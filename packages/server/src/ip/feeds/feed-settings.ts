import type { Config } from '../../config.ts'
import type { FeedSettings } from './chosen-feeds.ts'
import { defaultListFile, type OperatorListFiles } from './operator-lists.ts'

/** What the settings say of feeds. */
export const feedSettings = (config: Config): FeedSettings => ({
  mode: config.feeds,
  on: config.feedsOn,
  off: config.feedsOff,
  urls: config.feedsUrls,
  privateAllowed: config.feedsPrivate,
})

/** Where the operator's own lists lie. */
export const operatorListFiles = ({ dataDir, listsAllow, listsBlock, listsOffice }: Config): OperatorListFiles => ({
  allow: listsAllow ?? defaultListFile(dataDir, 'allow'),
  block: listsBlock ?? defaultListFile(dataDir, 'block'),
  office: listsOffice ?? defaultListFile(dataDir, 'office'),
})
