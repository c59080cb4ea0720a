import type { EpochMs } from '@tracio/contract'
import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { commandFolder } from '../../test/command-folder.ts'
import { memoryTerminal } from '../../test/memory-terminal.ts'
import { readConfig } from '../config.ts'
import { createProgram } from './program.ts'

const context = { terminal: memoryTerminal(), config: () => readConfig({}), now: () => 0 as EpochMs }

/** The words that call each command, groups among them. */
const callsOf = (command: Command, words: readonly string[] = []): readonly (readonly string[])[] =>
  command.commands.flatMap((child) => {
    const call = [...words, child.name()]
    return [call, ...callsOf(child, call)]
  })
const calls = callsOf(createProgram(context)).map((call) => [call.join(' '), call] as const)

it.each(calls)('explains "%s" with examples that start with itself', async (name, call) => {
  const { code, out, err } = await commandFolder().run([...call, '--help'])
  expect([code, err]).toEqual([0, ''])
  const examples = out.split('\nExamples:\n')[1]
  expect(examples).toMatch(new RegExp(`^  (?:\\w+=\\S+ )*tracio ${name}\\b`, 'm'))
})

it.each(calls)('takes no unknown option for "%s"', async (_name, call) => {
  const { code, err } = await commandFolder().run([...call, '--nonsense'])
  expect(code).toBe(2)
  expect(err).toMatch(/unknown option|missing required argument|required option/)
})
