import type { Context2d } from '../src/global.ts'

const nothing = (): void => undefined

/** A 2D context on which nothing ever shows. */
export const paper: Context2d = {
  ...{ arc: nothing, beginPath: nothing, bezierCurveTo: nothing, ellipse: nothing, fill: nothing, fillRect: nothing },
  ...{ fillText: nothing, moveTo: nothing, rect: nothing, rotate: nothing, stroke: nothing },
  ...{ fillStyle: '', font: '', globalCompositeOperation: 'source-over', lineWidth: 1, shadowBlur: 0 },
  ...{ shadowColor: '', strokeStyle: '', textBaseline: 'alphabetic' },
  createRadialGradient: () => ({ addColorStop: nothing }),
  isPointInPath: () => false,
}
