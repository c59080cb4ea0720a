import type { Context2d } from './global.ts'

/** The size of the drawing, in pixels. */
export const SHAPES_WIDTH = 60
export const SHAPES_HEIGHT = 48

/**
 * A kite under a blurred sun: curves, a gradient, a shadow, a rotated ellipse and a blend, all at broken coordinates. Its text
 * is part of a worker's program, so it may use nothing but its parameter.
 */
export function drawShapes(c: Context2d): void {
  c.scale?.(0.5, 0.5)
  const sky = c.createRadialGradient(31.7, 24.3, 3.1, 61.2, 50.8, 83.9)
  sky.addColorStop(0, '#ffe66d')
  sky.addColorStop(0.41, '#4ecdc4')
  sky.addColorStop(1, '#1a535c')
  c.fillStyle = sky
  c.fillRect(0, 0, 120, 96)

  c.shadowColor = '#ff6b6b'
  c.shadowBlur = 7
  c.strokeStyle = '#f7fff7'
  c.lineWidth = 2.6
  c.beginPath()
  c.moveTo(7.3, 88.1)
  c.bezierCurveTo(38.4, 3.9, 71.6, 121.2, 113.5, 9.7)
  c.stroke()

  c.shadowBlur = 0
  c.globalCompositeOperation = 'difference'
  c.fillStyle = '#c44dff'
  c.rotate(0.31)
  c.beginPath()
  c.ellipse(83.3, 27.9, 31.4, 17.2, 0.77, 0, 5.9)
  c.arc(58.5, 31.1, 23.6, 0.2, 6.1)
  c.fill('evenodd')
}
