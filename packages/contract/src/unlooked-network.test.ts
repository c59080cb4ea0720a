import { expect, it } from 'vitest'
import { unlookedNetwork } from './unlooked-network.ts'

it('answers nothing, and finds nothing', () => {
  const { vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch } =
    unlookedNetwork
  const answers = [vpn, proxy, tor, relay, datacenter, residentialProxy, ipBlocklist, ipReputation, timezoneMismatch]
  expect(answers.map(({ status, result }) => [status, result])).toEqual(answers.map(() => ['unknown', false]))
})
