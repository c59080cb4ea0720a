import { readTurnUrl } from '../turn/turn-urls.ts'
import type { Parsed } from './setting.ts'

/** One for each family, at two places; browsers slow down with more. Chosen by hand, November 2026. */
const URLS_MAX = 4

/** TURN servers, separated by commas; undefined for none. */
export function turnUrls(text: string): Parsed<readonly string[] | undefined> {
  if (text === '') return { value: undefined }
  const value: string[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    const url = readTurnUrl(part)
    if (url === undefined)
      return { wrong: `must hold addresses such as turn:turn.example.com:3478; it holds "${part}"` }
    value.push(url)
  }
  return value.length > URLS_MAX ? { wrong: `must hold at most ${URLS_MAX} addresses` } : { value }
}
