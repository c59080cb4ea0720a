import type { TurnOffer } from '@tracio/contract'
import type { Global } from './global.ts'

const offers = new WeakMap<Global, Promise<TurnOffer | undefined>>()

/** Hands the TURN server of a session that is being opened to the probe, which may start before. */
export function offerTurn(g: Global, opening: Promise<{ readonly turn?: TurnOffer | undefined }>): void {
  offers.set(
    g,
    // Without a session there is no probe; whoever opens it reports why.
    opening.then(
      ({ turn }) => turn,
      () => undefined,
    ),
  )
}

/** The TURN server of the latest session; undefined where none is offered. */
export const offeredTurn = async (g: Global): Promise<TurnOffer | undefined> => offers.get(g)
