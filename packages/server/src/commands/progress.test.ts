import { expect, it } from 'vitest'
import { memoryTerminal } from '../../test/memory-terminal.ts'
import { showProgress } from './progress.ts'

const say = (watched: boolean, progress: boolean) => {
  const terminal = memoryTerminal({ watched })
  const line = showProgress(terminal, { progress })
  line.say('half')
  line.done()
  return [terminal.printed.out, terminal.printed.err]
}

it('keeps one line for a person, and takes it back', () => {
  expect(say(true, false)).toEqual(['', '\r\u001b[Khalf\r\u001b[K'])
})

it('prints lines for a log that asks for them, and nothing for one that does not', () => {
  expect(say(false, true)).toEqual(['', 'half\n'])
  expect(say(false, false)).toEqual(['', ''])
})
