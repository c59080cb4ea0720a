import { Marked } from 'marked'
import { contents } from './contents.ts'

/** A page of the manual as HTML. The Markdown is our own, so nothing in it has to be feared. */
export function manualPage(name: string, markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? name
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · TRACIO manual</title>
<link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/manual.css">
</head>
<body>
<nav aria-label="Manual"><p class="brand">TRACIO <span>manual</span></p><ul>
${contents.map(([page, label]) => entry(page, label, page === name)).join('\n')}
</ul></nav>
<main>
${render(markdown)}</main>
</body>
</html>
`
}

const entry = (page: string, label: string, isHere: boolean): string =>
  `<li><a href="${addressOf(page)}"${isHere ? ' aria-current="page"' : ''}>${label}</a></li>`

const addressOf = (page: string): string => (page === 'index' ? '/docs' : `/docs/${page}`)

const known: ReadonlySet<string> = new Set(contents.map(([page]) => page))

const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens)
      const target = targetOf(href)
      return target === undefined ? text : `<a href="${escaped(target)}">${text}</a>`
    },
    // Wide tables scroll by themselves, so that a phone does not have to scroll the page.
    table(token) {
      const row = (cells: typeof token.header, tag: 'th' | 'td'): string =>
        `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`
      const body = token.rows.map((cells) => row(cells, 'td')).join('\n')
      return `<div class="scroll"><table><thead>${row(token.header, 'th')}</thead><tbody>\n${body}</tbody></table></div>\n`
    },
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
  },
})

const render = (markdown: string): string => marked.parse(markdown, { async: false })

/** Pages of the manual are here, the web is where it is, and files of the repository are not served. */
function targetOf(href: string): string | undefined {
  if (/^https?:/.test(href) || href.startsWith('#')) return href
  const [, page = '', fragment = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(href) ?? []
  return known.has(page) ? addressOf(page) + fragment : undefined
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
