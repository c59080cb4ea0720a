import type { Feed } from '../feed.ts'
import { feedDefaults, MIB, pace } from './feed-defaults.ts'

/** Crawlers whose owners publish their addresses. Lists are short and grow in jumps, so only their size is judged. */
const crawler = {
  ...feedDefaults,
  ...pace.daily,
  kind: 'crawler',
  parser: 'google_json',
  licence: 'published',
  gates: { entries: [2, 20_000], strays: 'refuse', changeMax: null },
} as const satisfies Partial<Feed>

/** Open proxies and well-behaved crawlers. Looked up in November 2026. */
export const proxyAndCrawlerFeeds: readonly Feed[] = [
  {
    // Each one was tried by its maker: 492 (August 2026). Half of them may be others an hour later.
    ...feedDefaults,
    ...pace.proxy,
    id: 'monosans_proxies',
    urls: ['https://raw.githubusercontent.com/monosans/proxy-list/main/proxies.json'],
    parser: 'proxies_json',
    kind: 'proxy',
    bytesMax: 16 * MIB,
    licence: 'MIT',
    attribution: 'monosans/proxy-list, MIT',
    gates: { entries: [20, 100_000], strays: 'drop', changeMax: null },
    clears: [4, 6],
  },
  {
    // Larger and untried: somebody else's address may stand in it for months.
    ...feedDefaults,
    ...pace.proxy,
    id: 'thespeedx_http',
    urls: ['https://raw.githubusercontent.com/TheSpeedX/PROXY-List/master/http.txt'],
    parser: 'proxies',
    kind: 'proxy',
    licence: 'unclear',
    enabledByDefault: false,
    gates: { entries: [50, 500_000], strays: 'drop', changeMax: null },
  },
  {
    ...crawler,
    id: 'googlebot',
    urls: [
      'https://developers.google.com/static/search/apis/ipranges/googlebot.json',
      'https://developers.google.com/static/crawling/ipranges/common-crawlers.json',
    ],
    provider: 'Googlebot',
  },
  {
    ...crawler,
    id: 'google_special_crawlers',
    urls: ['https://developers.google.com/static/search/apis/ipranges/special-crawlers.json'],
    provider: 'Google special crawlers',
  },
  {
    ...crawler,
    id: 'google_user_fetchers',
    urls: ['https://developers.google.com/static/search/apis/ipranges/user-triggered-fetchers.json'],
    provider: 'Google user-triggered fetchers',
  },
  { ...crawler, id: 'bingbot', urls: ['https://www.bing.com/toolbox/bingbot.json'], provider: 'Bingbot' },
  { ...crawler, id: 'applebot', urls: ['https://search.developer.apple.com/applebot.json'], provider: 'Applebot' },
  { ...crawler, id: 'duckduckbot', urls: ['https://duckduckgo.com/duckduckbot.json'], provider: 'DuckDuckBot' },
  { ...crawler, id: 'gptbot', urls: ['https://openai.com/gptbot.json'], provider: 'GPTBot' },
  { ...crawler, id: 'openai_searchbot', urls: ['https://openai.com/searchbot.json'], provider: 'OAI-SearchBot' },
  { ...crawler, id: 'chatgpt_user', urls: ['https://openai.com/chatgpt-user.json'], provider: 'ChatGPT-User' },
  {
    ...crawler,
    id: 'perplexitybot',
    urls: ['https://www.perplexity.ai/perplexitybot.json'],
    provider: 'PerplexityBot',
  },
  { ...crawler, id: 'ccbot', urls: ['https://index.commoncrawl.org/ccbot.json'], provider: 'CCBot' },
]
