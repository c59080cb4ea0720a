import { expect, it } from 'vitest'
import { feedUrls } from './feed-urls.ts'

it('reads addresses by feed, also such with commas', () => {
  expect(feedUrls('')).toEqual({ value: {} })
  expect(feedUrls('tor_onionoo=http://127.0.0.1:1/a?fields=b,c, ipsum=https://mirror.example/d')).toEqual({
    value: { tor_onionoo: 'http://127.0.0.1:1/a?fields=b,c', ipsum: 'https://mirror.example/d' },
  })
})

it.each([
  ['https://mirror.example/', 'like "ipsum='],
  ['ipsun=https://mirror.example/', 'ipsun'],
  ['ipsum=https://a.example/,ipsum=https://b.example/', 'twice'],
  ['ipsum=ftp://mirror.example/', 'http or https'],
  ['ipsum=/etc/passwd', 'http or https'],
])('refuses %s', (text, wrong) => {
  expect(feedUrls(text)).toMatchObject({ wrong: expect.stringContaining(wrong) })
})
