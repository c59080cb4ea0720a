import { expect, it } from 'vitest'
import { turnUrls } from './turn-urls.ts'

it('takes several, and none', () => {
  expect(turnUrls('turn:a.example, turn:b.example:5000')).toEqual({
    value: ['turn:a.example:3478?transport=udp', 'turn:b.example:5000?transport=udp'],
  })
  expect(turnUrls('')).toEqual({ value: undefined })
})

it.each([
  ['one that is no server', 'turn:a.example,http://b.example', 'http://b.example'],
  ['nothing between commas', 'turn:a.example,', '""'],
  ['too many', Array.from({ length: 5 }, () => 'turn:a.example').join(','), 'at most 4'],
])('says what is wrong with %s', (_name, text, named) => {
  expect(turnUrls(text)).toEqual({ wrong: expect.stringContaining(named) })
})
