import { describe, expect, it } from 'vitest'
import { defaultExports, emptyCatches, environmentReaders, namedPlaces, tooLong, typeEscapes } from './house.ts'

const file = 'packages/server/src/x.ts'
const one = (text: string, name = file) => [{ file: name, text }]

describe('length', () => {
  const text = (lines: number) => 'const a = 1\n\n'.repeat(lines)

  it('allows 300 lines, blank ones not counted', () => {
    expect(tooLong(one(text(300)), [])).toEqual([])
  })
  it('refuses 301', () => {
    expect(tooLong(one(text(301)), [])).toEqual([`${file}: 301 lines`])
  })
  it('leaves out tables that are named, and what is no script', () => {
    expect(tooLong([...one(text(301)), ...one(text(301), 'docs/x.md')], [file])).toEqual([])
  })
})

describe('ways around the compiler', () => {
  it.each([
    ['const a = b as any'],
    ['const a: any = b'],
    ['new Map<any>()'],
    ['type A = any[]'],
    ['b as unknown as A'],
    ['// @ts-ignore'],
    ['  // @ts-expect-error because'],
    ['/* @ts-nocheck */'],
  ])('refuses %s', (text) => {
    expect(typeEscapes(one(text))).toHaveLength(1)
  })
  it.each([['// as any other would'], ['const many: number[] = []'], ['const a = b as const'], ['/** : any */']])(
    'allows %s',
    (text) => {
      expect(typeEscapes(one(text))).toEqual([])
    },
  )
})

describe('errors that nobody hears', () => {
  it.each([
    ['try { a() } catch {}'],
    ['try { a() } catch (error) { }'],
    ['try { a() } catch {\n  // never mind\n}'],
    ['try { a() } catch { /* never mind */ }'],
    ['a().catch(() => {})'],
    ['a().catch((error) => {\n  // never mind\n})'],
  ])('refuses %j', (text) => {
    expect(emptyCatches(one(text))).toHaveLength(1)
  })
  it.each([
    ['try { a() } catch (error) { report(error) }'],
    ['a().catch((error) => report(error))'],
    ['a().then(() => {})'],
  ])('allows %j', (text) => {
    expect(emptyCatches(one(text))).toEqual([])
  })
})

describe('the environment', () => {
  it.each([
    ['const a = process.env.A'],
    ["process.env['A']"],
    ["import { env } from 'node:process'"],
    ['const { env } = process'],
  ])('is not read by %s', (text) => {
    expect(environmentReaders(one(text), [])).toEqual([file])
  })
  it('is read by the file that may, and named in comments', () => {
    expect(environmentReaders([...one('process.env'), ...one('// process.env', 'y.ts')], [file])).toEqual([])
  })
})

describe('default exports', () => {
  it.each([['export default a'], ['export default function a() {}'], ['export { a as default }']])(
    'refuses %s',
    (text) => {
      expect(defaultExports(one(text))).toEqual([file])
    },
  )
  it('allows named ones, and configuration files', () => {
    expect(defaultExports([...one('export const a = 1'), ...one('export default a', 'vitest.config.ts')])).toEqual([])
  })
})

describe('places', () => {
  const registry = ['https://registry', 'npmjs', 'org/'].join('.')
  const path = ['', 'work', 'main'].join('/')

  it.each([[`"resolved": "${registry}"`], [`root = '${path}'`], [`see ${path}.`]])('refuses %s', (text) => {
    expect(namedPlaces(one(text, 'package-lock.json'))).toEqual(['package-lock.json'])
  })
  it.each([['https://example.org/work/at/home'], ['./work/'], ['the registry'], ['npm run work']])(
    'allows %s',
    (text) => {
      expect(namedPlaces(one(text))).toEqual([])
    },
  )
})
