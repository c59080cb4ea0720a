// node measure.mjs <label> <dir>...   One table row of style numbers for a TypeScript source tree.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const [label, ...dirs] = process.argv.slice(2)
const all = dirs.flatMap((dir) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.m?tsx?$/.test(f) && !/\.d\.m?ts$|node_modules|(^|\/)(generated|dist)\//.test(f))
    .map((f) => `${dir}/${f}`),
)
const escapes = /\bas any\b|:\s*any\b|<any>|\bany\[\]|\bas unknown as\b|@ts-(ignore|expect-error|nocheck)/g
const hasTestBeside = (f) => ['test', 'spec'].some((kind) => existsSync(f.replace(/\.(m?tsx?)$/, `.${kind}.$1`)))
const isTest = (f) => /\.(test|spec|test-d)\.m?tsx?$|\/(tests?|__tests__|e2e|tap)\//.test(f)
const lines = (text) => text.split('\n').filter((line) => line.trim() !== '')
const uncommented = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/(?!\s*@ts-).*$/gm, '')

const read = (files) => files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const source = read(all.filter((f) => !isTest(f)))
const tests = read(all.filter(isTest))
const sizes = source.map(({ text }) => lines(text).length).sort((a, b) => a - b)
const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))] ?? 0
const sum = (xs) => xs.reduce((a, b) => a + b, 0)
const loc = sum(sizes)
const code = source.map(({ text }) => uncommented(text)).join('\n')
const count = (pattern) => (code.match(pattern) ?? []).length
const percent = (n) => `${Math.round((100 * n) / source.length)}%`

console.log(
  [
    label,
    source.length,
    loc,
    at(0.5),
    at(0.9),
    sizes.at(-1),
    percent(sizes.filter((n) => n > 300).length),
    percent(source.filter(({ file }) => hasTestBeside(file)).length),
    (sum(tests.map(({ text }) => lines(text).length)) / loc).toFixed(2),
    ((1000 * count(escapes)) / loc).toFixed(1),
    percent(source.filter(({ text }) => /process\.env/.test(uncommented(text))).length),
    count(/catch\s*(\(\w+\))?\s*\{\s*\}/g),
  ].join(' | '),
)
