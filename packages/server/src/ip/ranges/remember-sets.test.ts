import { expect, it } from 'vitest'
import { rememberSets } from './remember-sets.ts'

/** Numbers sets as they are asked for, and says which were. */
function asked(stepsMax?: number) {
  const sets: string[] = []
  const numberOf = rememberSets((labels) => sets.push(labels.join()), stepsMax)
  return { sets, numberOf }
}

it('asks about every set once', () => {
  const { sets, numberOf } = asked()
  expect([[1, 2], [1], [], [2], [1, 2], [], [1], [1, 2, 3]].map(numberOf)).toEqual([1, 2, 3, 4, 1, 3, 2, 5])
  expect(sets).toEqual(['1,2', '1', '', '2', '1,2,3'])
})

it('remembers an answer of 0', () => {
  let times = 0
  const numberOf = rememberSets(() => {
    times++
    return 0
  })
  expect([numberOf([1]), numberOf([1]), times]).toEqual([0, 0, 1])
})

it('asks again about what came when it had no more room', () => {
  const { sets, numberOf } = asked(2)
  expect([[1], [2], [3], [3], [1, 2], [1]].map(numberOf)).toEqual([1, 2, 3, 4, 5, 1])
  expect(sets).toEqual(['1', '2', '3', '3', '1,2'])
})
