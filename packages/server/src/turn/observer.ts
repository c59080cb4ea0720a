import type { EpochMs } from '@tracio/contract'
import { canonicalAddress } from '../canonical-address.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import { type AllocateDeps, answerAllocate, readAllocate } from './answer-allocate.ts'
import type { AnswerRates } from './answer-rates.ts'
import type { UdpSource } from './nonces.ts'

/** Answers datagrams and remembers who was seen. */
export interface TurnObserver {
  /** The answer, by the time its sender's address is remembered; undefined: there is none. */
  receive(datagram: Buffer, source: UdpSource): Promise<Buffer | undefined>
}

/** What an observer needs. */
export interface ObserverDeps extends AllocateDeps {
  readonly sightings: TurnSightings
  readonly rates: AnswerRates
  readonly metrics: Pick<Metrics, 'turn'>
  readonly now: () => EpochMs
}

/** An observer without its sockets. */
export const createTurnObserver = (deps: ObserverDeps): TurnObserver => ({
  async receive(datagram, source) {
    const at = deps.now()
    const request = readAllocate(datagram, source, at, deps)
    const address = canonicalAddress(source.address)
    // Nobody can be answered at port 0, from which only made-up datagrams come.
    if (!request || address === undefined || source.port === 0) {
      deps.metrics.turn('ignored')
      return
    }
    if (!deps.rates.mayAnswer(address, request.isReached, at)) {
      deps.metrics.turn('limited')
      return
    }
    const answer = answerAllocate(request, source, at, deps)
    if (answer.kind === 'seen') await deps.sightings.record(answer.session, address, at)
    deps.metrics.turn(answer.kind)
    return answer.bytes
  },
})
