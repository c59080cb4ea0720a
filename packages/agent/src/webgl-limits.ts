import type { Signals } from '@tracio/contract'
import type { WebglLike } from './global.ts'
import { recordOf } from './record-of.ts'
import { type Sample, unavailable } from './source.ts'
import { isLost } from './webgl-context.ts'

/**
 * What a context says of the constants with the given hexadecimal numbers, by these. Numbers and not names, because two
 * dozen names take more room than everything that reads them. A constant that it does not know is left out.
 */
export function webglLimits(gl: WebglLike | null, constants: string): Sample<Signals['webglParameters']> {
  if (!gl) return unavailable
  const value = recordOf(constants.split(' '), (hex): number | number[] | undefined => {
    const limit = gl.getParameter(Number.parseInt(hex, 16))
    if (typeof limit === 'number') return limit
    // Every pair among our constants is a typed array of one of these two kinds, perhaps of another realm.
    return ArrayBuffer.isView(limit) ? Array.from(limit as Int32Array | Float32Array) : undefined
  })
  return isLost(gl) ? unavailable : { value }
}
