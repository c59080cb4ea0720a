import { expect, it } from 'vitest'
import { offeredTurn, offerTurn } from './turn-offer.ts'

const turn = { urls: ['turn:turn.example'], username: 'u', credential: 'c' }

it('hands on the server of the session, also to who asked before it was there', async () => {
  const g = {}
  let open: (session: { turn: typeof turn }) => void = () => undefined
  offerTurn(g, new Promise((resolve) => (open = resolve)))
  const asked = offeredTurn(g)
  open({ turn })
  expect(await asked).toEqual(turn)
})

it.each([
  ['no session was asked for', undefined],
  ['the session names none', async () => ({})],
  ['the session was refused', () => Promise.reject(new Error('no'))],
])('offers nothing when %s', async (_name, open) => {
  const g = {}
  if (open) offerTurn(g, open())
  expect(await offeredTurn(g)).toBeUndefined()
})
