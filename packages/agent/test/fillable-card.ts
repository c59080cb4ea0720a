import type { WebglLike } from '../src/global.ts'
import type { DrawingWebgl } from '../src/rendering-extras.ts'
import { fakeCard } from './fake-card.ts'

interface Card {
  readonly lost?: boolean
  /** How often one must look before the card is done. */
  readonly looks?: number
  /** Red, green, blue and opacity of all that is read, up to 255. */
  readonly colour?: readonly number[]
}

/** A context of version 2 that shows one colour. */
export function fillableCard({ lost = false, looks = 1, colour = [] }: Card = {}): WebglLike & DrawingWebgl {
  let looked = 0
  return {
    ...fakeCard(1).gl,
    isContextLost: () => lost,
    fenceSync: () => ({}),
    getSyncParameter: () => (++looked < looks ? 0 : 0x9119),
    getBufferSubData: (_target: number, _from: number, into: ArrayBufferView | SharedArrayBuffer | ArrayBuffer) => {
      if (!(into instanceof Uint8Array)) return
      for (let i = 0; i < into.length; i++) into[i] = colour[i % 4] ?? 0
    },
  }
}
