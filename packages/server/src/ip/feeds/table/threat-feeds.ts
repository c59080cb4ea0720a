import type { Feed } from '../feed.ts'
import { CHANGE_MAX, DAY_MS, feedDefaults, HOUR_MS, MIB, pace } from './feed-defaults.ts'

/** Lists of what attacks; `changeMax` is null where half a list goes and comes within a day. */
const threat = { ...feedDefaults, ...pace.threat, kind: 'threat' } as const satisfies Partial<Feed>

const SPAMHAUS = '(c) The Spamhaus Project SLU, DROP list (spamhaus.org/drop)'

/**
 * What attacks, sends spam or commands malware. Looked up in November 2026. Off by default where the terms are unclear or
 * forbid commercial use. Left out: FireHOL level 1, which holds private ranges.
 */
export const threatFeeds: readonly Feed[] = [
  {
    // 120,430 addresses, each with the number of lists that name it (August 2026). IPv4 only.
    ...threat,
    id: 'ipsum',
    urls: ['https://raw.githubusercontent.com/stamparm/ipsum/master/ipsum.txt'],
    parser: 'counted',
    threat: 'attackSource',
    bytesMax: 32 * MIB,
    licence: 'Unlicense',
    attribution: 'stamparm/ipsum, an aggregate of public lists',
    gates: { entries: [20_000, 1_000_000], strays: 'drop', changeMax: CHANGE_MAX },
    clears: [4],
  },
  {
    // 1,709 ranges (September 2026), 14.9 million addresses (May 2026). One question an hour at the most, or we are locked out.
    ...threat,
    id: 'spamhaus_drop_v4',
    urls: ['https://www.spamhaus.org/drop/drop_v4.json'],
    parser: 'spamhaus_jsonl',
    threat: 'emailSpam',
    minIntervalMs: 2 * HOUR_MS,
    licence: 'spamhaus-drop',
    attribution: SPAMHAUS,
    gates: { entries: [300, 20_000], addresses: [1_000_000, 100_000_000], strays: 'refuse', changeMax: CHANGE_MAX },
  },
  {
    ...threat,
    id: 'spamhaus_drop_v6',
    urls: ['https://www.spamhaus.org/drop/drop_v6.json'],
    parser: 'spamhaus_jsonl',
    threat: 'emailSpam',
    minIntervalMs: 2 * HOUR_MS,
    licence: 'spamhaus-drop',
    attribution: SPAMHAUS,
    gates: { entries: [20, 5_000], strays: 'refuse', changeMax: CHANGE_MAX },
    clears: [6],
  },
  {
    // Addresses of the last days that command malware, of which the reporter is sure. Samples call home to carriers' private space too: `drop`.
    ...threat,
    id: 'threatfox',
    urls: ['https://threatfox.abuse.ch/export/csv/ip-port/recent/'],
    parser: 'threatfox_csv',
    threat: 'malware',
    periodMs: 6 * HOUR_MS,
    bytesMax: 32 * MIB,
    licence: 'CC0-1.0',
    attribution: 'abuse.ch ThreatFox',
    gates: { entries: [20, 500_000], strays: 'drop', changeMax: null },
  },
  {
    // Nearly empty in 2026: 5 addresses.
    ...threat,
    id: 'feodo_tracker',
    urls: ['https://feodotracker.abuse.ch/downloads/ipblocklist.json'],
    parser: 'feodo_json',
    threat: 'malware',
    licence: 'CC0-1.0',
    attribution: 'abuse.ch Feodo Tracker',
    stillMaxMs: null,
    gates: { entries: [0, 50_000], strays: 'drop', changeMax: null },
  },
  {
    // Attacks of the last 48 hours that its members report. Offered for blocking; the terms were not to be found.
    ...threat,
    id: 'blocklist_de',
    urls: ['https://lists.blocklist.de/lists/all.txt'],
    parser: 'plain',
    threat: 'attackSource',
    bytesMax: 16 * MIB,
    licence: 'free-service',
    attribution: 'blocklist.de',
    stillMaxMs: 3 * DAY_MS,
    gates: { entries: [1_000, 500_000], strays: 'drop', changeMax: null },
  },
  {
    // Tries of passwords on web logins: 1,103 addresses (September 2026). The only open list near its kind.
    ...threat,
    id: 'blocklist_de_logins',
    urls: ['https://lists.blocklist.de/lists/bruteforcelogin.txt'],
    parser: 'plain',
    threat: 'credentialStuffing',
    licence: 'free-service',
    attribution: 'blocklist.de',
    gates: { entries: [50, 100_000], strays: 'drop', changeMax: null },
  },
  {
    ...threat,
    id: 'stopforumspam_toxic',
    urls: ['https://www.stopforumspam.com/downloads/toxic_ip_cidr.txt'],
    parser: 'plain',
    threat: 'emailSpam',
    minIntervalMs: 12 * HOUR_MS,
    licence: 'unclear',
    enabledByDefault: false,
    gates: { entries: [10, 100_000], strays: 'drop', changeMax: null },
  },
  {
    ...threat,
    id: 'cins_army',
    urls: ['https://cinsscore.com/list/ci-badguys.txt'],
    parser: 'plain',
    threat: 'attackSource',
    licence: 'unclear',
    enabledByDefault: false,
    gates: { entries: [1_000, 200_000], strays: 'drop', changeMax: null },
  },
  {
    ...threat,
    id: 'emerging_threats',
    urls: ['https://rules.emergingthreats.net/blockrules/compromised-ips.txt'],
    parser: 'plain',
    threat: 'attackSource',
    licence: 'unclear',
    enabledByDefault: false,
    gates: { entries: [50, 200_000], strays: 'drop', changeMax: null },
  },
  {
    ...threat,
    id: 'dshield',
    urls: ['https://feeds.dshield.org/block.txt'],
    parser: 'dshield',
    threat: 'attackSource',
    licence: 'CC-BY-NC-SA-4.0',
    attribution: 'DShield.org',
    enabledByDefault: false,
    gates: { entries: [5, 1_000], strays: 'drop', changeMax: null },
  },
]
