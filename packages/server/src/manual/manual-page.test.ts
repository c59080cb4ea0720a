import { expect, it } from 'vitest'
import { manualPage } from './manual-page.ts'

const page = (markdown: string): string => manualPage('api', `# Server API\n\n${markdown}`)

it('leads to other pages of the manual, and to their parts', () => {
  expect(page('[a](errors.md) [b](identify.md#the-cookie) [c](index.md)')).toMatch(
    /href="\/docs\/errors">a<.*href="\/docs\/identify#the-cookie">b<.*href="\/docs">c</,
  )
})

it('keeps the words of a link to a file that is not served', () => {
  const html = page('See [the codes](../packages/contract/src/error-codes.ts).')
  expect(html).toContain('See the codes.')
})

it('leaves links to the web alone', () => {
  expect(page('[spec](https://www.rfc-editor.org/rfc/rfc8259)')).toContain(
    'href="https://www.rfc-editor.org/rfc/rfc8259"',
  )
})

it('says in the margin where the reader is, and names the page', () => {
  expect(page('')).toContain('<a href="/docs/api" aria-current="page">')
  expect(page('').split('aria-current')).toHaveLength(2)
  expect(page('')).toContain('<title>Server API · TRACIO manual</title>')
})

it('gives headings the names that links use, and lets wide tables scroll', () => {
  const html = page('## The cookie\n\n| a | b |\n| --- | --- |\n| `x` | 1 |\n')
  expect(html).toContain('<h2 id="the-cookie">')
  expect(html).toContain('<div class="scroll"><table>')
  expect(html).toContain('<td><code>x</code></td>')
})
