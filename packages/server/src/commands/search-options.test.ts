import { expect, it } from 'vitest'
import { searchParameters } from '../search/search-parameters.ts'
import { searchOf, searchOptions } from './search-options.ts'

it('has a flag for every parameter of the API', () => {
  const flags = Object.keys(searchParameters.properties).map((name) => `--${name.replaceAll('_', '-')}`)
  expect(searchOptions().map(({ long }) => long)).toEqual(flags)
})

it('reads flags as the API reads parameters, defaults included', () => {
  expect(searchOf({ minRiskScore: 61, visitorId: 'ada', json: true })).toEqual({
    min_risk_score: 61,
    visitor_id: 'ada',
    order: 'newest',
    limit: 20,
  })
})
