import { expect, it } from 'vitest'
import { cookieOwner, knownVisitor } from '../../test/visit.ts'
import { countedCandidates } from './velocity-facts.ts'

it('counts once for the owner of a cookie who also holds the key', () => {
  expect(countedCandidates({ cookie: cookieOwner('ada'), frozen: [knownVisitor('ada')] })).toEqual(['ada'])
})

it('counts for the owner of the cookie first, and for no crowd', () => {
  const frozen = ['a', 'b', 'c', 'd'].map((id) => knownVisitor(id))
  expect(countedCandidates({ cookie: cookieOwner('ada'), frozen })).toEqual(['ada', 'a', 'b'])
  expect(countedCandidates({ cookie: null, frozen })).toEqual(['a', 'b', 'c'])
})

it('counts for nobody when there is nobody', () => {
  expect(countedCandidates({ cookie: null, frozen: [] })).toEqual([])
})
