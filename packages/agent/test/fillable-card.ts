import type { WebglLike } from '../src/global.ts'
import { graphics } from './fake-canvas.ts'

interface Card {
  readonly lost?: boolean
  /** How often one must look before the card is done. */
  readonly looks?: number
  /** Added to the first byte of every read after the first. */
  readonly noise?: number
}

/** A context of version 2 that shows the colour it was last cleared to. */
export function fillableCard({ lost = false, looks = 1, noise = 0 }: Card = {}): WebglLike {
  let colour: readonly number[] = []
  let drawn: readonly number[] = []
  let [looked, reads] = [0, 0]
  return {
    // A version string, without which the context counts as lost.
    ...graphics({ 7938: 'WebGL 2.0' }),
    clearColor: (...rgba) => {
      colour = rgba.map((part) => Math.round(part * 255))
    },
    clear: () => {
      drawn = colour
    },
    isContextLost: () => lost,
    fenceSync: () => ({}),
    getSyncParameter: () => (++looked < looks ? 0 : 0x9119),
    getBufferSubData: (_target: number, _from: number, into: ArrayBufferView | SharedArrayBuffer | ArrayBuffer) => {
      if (!(into instanceof Uint8Array)) return
      for (let i = 0; i < into.length; i++) into[i] = drawn[i % 4] ?? 0
      if (reads++ > 0) into[0] = (into[0] ?? 0) + noise
    },
  }
}
