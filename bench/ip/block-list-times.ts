import { BlockList } from 'node:net'
import type { Random } from '../ingest/random.ts'
import { drawAddresses, ipv4Text } from './addresses.ts'
import { type CallTimes, timeEach } from './time-each.ts'

/** Node's own list only says whether an address is on it; that many rules are a list of middling size. */
export const BLOCK_LIST_RULES = 10_000

const ADDRESSES = 20_000

/** What `net.BlockList` takes for one address. */
export function blockListTimes(random: Random): CallTimes {
  const list = new BlockList()
  for (let rule = 0; rule < BLOCK_LIST_RULES; rule++) list.addSubnet(ipv4Text(random.int(2 ** 32)), 24)
  const addresses = drawAddresses(ADDRESSES, random).map(
    (text) => ({ text, family: text.includes(':') ? 'ipv6' : 'ipv4' }) as const,
  )
  return timeEach(addresses, ({ text, family }) => list.check(text, family))
}
