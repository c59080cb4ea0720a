import { Command } from 'commander'
import { expect, it } from 'vitest'
import { searchParameters } from '../search/search-parameters.ts'
import { searchOf, searchOptions } from './search-options.ts'

it('has a flag for every parameter of the API', () => {
  const flags = Object.keys(searchParameters.properties).map((name) => `--${name.replaceAll('_', '-')}`)
  expect(searchOptions().map(({ long }) => long)).toEqual(flags)
})

it.each([
  [['--is-vpn', 'true'], { isVpn: true }],
  [['--is-vpn', 'false', '--min-risk-score', '7'], { isVpn: false, minRiskScore: 7 }],
])('reads %j as %j', (args, options) => {
  const command = new Command().exitOverride()
  for (const option of searchOptions()) command.addOption(option)
  expect(command.parse(args, { from: 'user' }).opts()).toEqual(options)
})

it.each([
  ['--is-vpn', 'yes', 'It is true or false.'],
  ['--limit', 'ten', 'It is a whole number within its limits.'],
  ['--device', 'phone', 'It is one of desktop, mobile, tablet.'],
])('refuses %s %s', (flag, value, message) => {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  for (const option of searchOptions()) command.addOption(option)
  expect(() => command.parse([flag, value], { from: 'user' })).toThrow(message)
})

it('reads flags as the API reads parameters, defaults included', () => {
  expect(searchOf({ minRiskScore: 61, visitorId: 'ada', json: true })).toEqual({
    min_risk_score: 61,
    visitor_id: 'ada',
    order: 'newest',
    limit: 20,
  })
})
