import { expect, it } from 'vitest'
import { answersOf } from './answers-of.ts'

it('keeps the answers in the order of the names, and leaves out what is not known', async () => {
  const answers = await answersOf('d c b a', async (name) => {
    if (name === 'c') throw new TypeError('never heard')
    if (name === 'b') throw new DOMException('not here', 'NotSupportedError')
    return name === 'a' ? name : undefined
  })
  expect(answers).toEqual({ a: 'a' })
  expect(Object.keys(await answersOf('z y', async () => 1))).toEqual(['z', 'y'])
})

it('lets another failure through', async () => {
  const refusing = () => Promise.reject(new DOMException('no', 'SecurityError'))
  await expect(answersOf('a', refusing)).rejects.toThrow('no')
})
