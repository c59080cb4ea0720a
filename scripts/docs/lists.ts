import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  currentSignalNames,
  type SignalFacts,
  signalIds,
  signalNames,
  signals,
} from '../../packages/contract/src/index.ts'
import { detectors, explanationReasons, standingReasons } from '../../packages/engine/src/index.ts'
import { readFixtures } from '../../packages/engine/test/recorded.ts'
import type { Feed } from '../../packages/server/src/ip/feeds/feed.ts'
import { feedProblems } from '../../packages/server/src/ip/feeds/feed-problem.ts'
import { feedTable } from '../../packages/server/src/ip/feeds/feed-table.ts'
import { licences } from '../../packages/server/src/ip/feeds/licences.ts'
import { settings } from '../../packages/server/src/settings/index.ts'
import type { Setting } from '../../packages/server/src/settings/setting.ts'
import { documentedCodes } from './documented-codes.ts'
import { markdownTable } from './markdown-table.ts'
import { seenSignals } from './seen-signals.ts'

const source = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

const code = (text: string): string => `\`${text}\``

const HOUR_MS = 3_600_000

/** Hours up to two days, then days. */
const span = (ms: number): string => (ms < 48 * HOUR_MS ? `${ms / HOUR_MS} h` : `${ms / (24 * HOUR_MS)} d`)

const feedRow = (feed: Feed): readonly string[] => [
  code(feed.id),
  feed.threat === undefined ? feed.kind : `${feed.kind} (${feed.threat})`,
  feed.provider ?? '',
  new URL(feed.urls[0]).host,
  span(feed.periodMs),
  span(feed.maxAgeMs),
  feed.clears.map((version) => `IPv${version}`).join(', '),
  feed.licence,
  feed.enabledByDefault ? 'on' : 'off',
]

/** What a list of signals says of one; only those that agents do not send any more are retired. */
type Shown = SignalFacts & { readonly retired?: string }

/** Every list that the manual shows, made from the code that it speaks of. */
export const lists = {
  signals: () =>
    markdownTable(
      ['id', 'signal', 'family', 'tier', 'read from', 'changes with', 'never in'],
      signalNames.map((name) => {
        const { family, tier, readFrom, changesWith, unit, neverIn, retired }: Shown = signals[name]
        const from = unit === undefined ? readFrom : `${readFrom} (${unit})`
        const changes =
          retired === undefined ? changesWith : `${changesWith} (retired: not read since agent ${retired})`
        return [signalIds[name], code(name), family, tier, from, changes, neverIn?.join(', ') ?? '']
      }),
    ),
  signalCount: () => `${currentSignalNames.length} signals are read today.`,
  signalSupport: () =>
    markdownTable(
      ['signal', 'distinct', 'of', 'Chromium', 'Firefox', 'WebKitGTK', 'why a constant is read'],
      seenSignals(readFixtures()).map(({ name, values, distinct, byEngine }) => {
        const { constant }: SignalFacts = signals[name]
        const engines = ['chromium', 'firefox', 'webkit'].map((engine) => byEngine[engine] ?? 'not recorded')
        return [code(name), `${distinct}`, `${values}`, ...engines, constant ?? '']
      }),
    ),
  detectors: () =>
    markdownTable(
      ['detector', 'category', 'needs', 'looks also at'],
      detectors.map(({ id, category, needs, wants }) => [
        code(id),
        category,
        needs.map(code).join(', '),
        wants?.map(code).join(', ') ?? '',
      ]),
    ),
  reasons: () =>
    markdownTable(
      ['detector', 'reason', 'in words'],
      detectors.flatMap(({ id, reasons }) =>
        Object.entries(reasons).map(([reason, sentence]) => [code(id), code(reason), sentence]),
      ),
    ),
  identificationReasons: () =>
    markdownTable(
      ['step', 'in words'],
      Object.entries(explanationReasons).map(([reason, sentence]) => [code(reason), sentence]),
    ),
  standingReasons: () =>
    markdownTable(
      ['reason', 'in words'],
      Object.entries(standingReasons).map(([reason, sentence]) => [code(reason), sentence]),
    ),
  serverErrors: () =>
    markdownTable(
      ['code', 'status', 'meaning'],
      documentedCodes(source('packages/contract/src/error-codes.ts'), 'errorStatus').map((one) => [
        code(one.code),
        one.value,
        one.meaning,
      ]),
    ),
  agentErrors: () =>
    markdownTable(
      ['code', 'worth another try', 'meaning'],
      documentedCodes(source('packages/agent/src/errors.ts'), 'retryable').map((one) => [
        code(one.code),
        one.value === 'true' ? 'yes' : 'no',
        one.meaning,
      ]),
    ),
  settings: () =>
    markdownTable(
      ['setting', 'default', 'meaning'],
      Object.values<Setting<unknown>>(settings).map(({ name, fallback, meaning }) => [
        code(name),
        fallback === '' ? 'unset' : code(fallback),
        meaning,
      ]),
    ),
  feeds: () =>
    markdownTable(
      ['feed', 'kind', 'names', 'asks', 'every', 'age', 'clears', 'licence', 'default'],
      feedTable.map(feedRow),
    ),
  feedLicences: () =>
    markdownTable(
      ['licence', 'in words'],
      Object.entries(licences).map(([id, words]) => [id, words]),
    ),
  feedProblems: () =>
    markdownTable(
      ['code', 'meaning'],
      Object.entries(feedProblems).map(([id, words]) => [code(id), words]),
    ),
} as const satisfies Readonly<Record<string, () => string>>
