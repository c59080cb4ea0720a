import { readdirSync } from 'node:fs'
import { BOT_DETECTORS } from '@tracio/contract'
import { expect, it } from 'vitest'
import { botPriorities } from '../bot.ts'
import { detectors } from './index.ts'

const files = readdirSync(import.meta.dirname).filter((file) => !/(^index|\.test)\.ts$/.test(file))

it('registers every detector file, under its own name', () => {
  expect(detectors.map(({ id }) => `${id.replaceAll('_', '-')}.ts`).sort()).toEqual(files.sort())
})

it('gives every reason code to one detector only', () => {
  const codes = detectors.flatMap(({ reasons }) => Object.keys(reasons))
  expect(codes).toEqual([...new Set(codes)])
})

it('explains every reason in a sentence', () => {
  const sentences = detectors.flatMap(({ reasons }) => Object.values(reasons))
  expect(sentences.filter((sentence) => !/^[A-Z].+\.$/.test(sentence))).toEqual([])
})

it('lets every detector of the category bot have its word in the bot verdict', () => {
  const ids = detectors.filter(({ category }) => category === 'bot').map(({ id }) => id)
  expect(botPriorities.map(({ detector }) => detector)).toEqual(expect.arrayContaining(ids))
})

it('shows in the bot product what everybody found who has a word in the verdict, and nobody else', () => {
  expect(new Set(botPriorities.map(({ detector }) => detector))).toEqual(BOT_DETECTORS)
})

it('writes every code in snake_case', () => {
  const codes = detectors.flatMap(({ id, reasons }) => [id, ...Object.keys(reasons)])
  expect(codes.filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([])
})
