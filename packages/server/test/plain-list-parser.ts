import type { ListParser } from '../src/ip/feeds/list-parser.ts'
import { rangesOf, spanOf } from '../src/ip/feeds/spans.ts'
import type { ParsedList } from '../src/ip/list-parts.ts'

/** A list of another format than was promised. */
class NotPlain extends Error {}

/**
 * Addresses and CIDRs, one a line, for tests of what surrounds parsers. `# count: 3` announces a number of entries, as some
 * formats do.
 */
export const plainListParser: ListParser = (_name, bytes, { provider }): ParsedList => {
  const text = Buffer.from(bytes).toString('utf8')
  if (/[{}]/.test(text)) throw new NotPlain('It is JSON, not a plain list.')
  const announced = /^# count: (\d+)$/m.exec(text)?.[1]
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const spans: Record<4 | 6, ReturnType<typeof spanOf>['span'][]> = { 4: [], 6: [] }
  const rejectedExamples: string[] = []
  for (const line of lines) {
    try {
      const { version, span } = spanOf(line)
      spans[version].push(span)
    } catch (error) {
      rejectedExamples.push(error instanceof Error ? line : 'unknown')
    }
  }
  return {
    parts: [{ provider: provider ?? null, ranges: rangesOf({ v4: spans[4], v6: spans[6] }) }],
    accepted: spans[4].length + spans[6].length,
    rejected: rejectedExamples.length,
    rejectedExamples,
    ...(announced === undefined ? {} : { announced: Number(announced) }),
  }
}
