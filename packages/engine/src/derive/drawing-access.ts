import type { Readings } from '@tracio/contract'
import type { Derived } from '../observations.ts'

/**
 * Whether a page can read what it draws. Two readings that differ are noise, and so is a pixel that comes back in another
 * colour than it was put in.
 */
export function canvasAccess({ canvas, canvasNoise }: Readings): Derived['canvasAccess'] {
  if (hasGap(canvas, 'denied', 'blocked') || hasGap(canvasNoise, 'denied', 'blocked')) return 'refused'
  if (hasGap(canvas, 'unstable')) return 'noised'
  if ('value' in canvasNoise && canvasNoise.value.changed + canvasNoise.value.moved > 0) return 'noised'
  return 'value' in canvas ? 'readable' : undefined
}

/** Whether a page gets a graphics context; those who block it answer like those who have none. */
export function webglAccess({ webglBasics }: Readings): Derived['webglAccess'] {
  if ('value' in webglBasics) return 'readable'
  return hasGap(webglBasics, 'unavailable', 'denied', 'blocked') ? 'none' : undefined
}

const hasGap = (reading: Readings[keyof Readings], ...gaps: readonly string[]): boolean =>
  'gap' in reading && gaps.includes(reading.gap)
