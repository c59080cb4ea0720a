import { expect, it } from 'vitest'
import { webPath } from './web-path.ts'

it.each(['/agent.js', '/assets/shop.min.js', '/api', '/a-b/c_d'])('takes %s', (path) => {
  expect(webPath(path)).toEqual({ value: path })
})

it.each(['', '/', 'shop.js', '/a/', '/a//b', '/a/../b', '/.env', '/a?b', '/a b', '/ä', `/${'a'.repeat(100)}`])(
  'refuses "%s"',
  (path) => {
    expect(webPath(path)).toHaveProperty('wrong')
  },
)

it('refuses what would hide our own pages', () => {
  expect(webPath('/demo/x.js')).toEqual({ wrong: 'must not begin with /demo, which is taken' })
})
