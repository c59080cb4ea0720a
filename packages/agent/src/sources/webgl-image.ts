import { pause } from '../clock.ts'
import { drawTriangle } from '../draw-triangle.ts'
import { murmur128 } from '../murmur.ts'
import { absent, type Source } from '../source.ts'
import { CANVAS_PX, drawingContext } from '../webgl-context.ts'

/** Numbers of the constants: https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.2 and, of pixels, version 1.0. */
const PIXEL_PACK_BUFFER = 0x88eb
const STREAM_READ = 0x88e1
const SYNC_GPU_COMMANDS_COMPLETE = 0x9117
const SYNC_STATUS = 0x9114
const SIGNALED = 0x9119
const RGBA = 0x1908
const UNSIGNED_BYTE = 0x1401

/** Software drawing takes up to 80 ms (Firefox ESR 153, November 2026); the runner gives up after a second anyway. */
const POLL_MS = 4
const POLLS_MAX = 250

/**
 * A digest of a triangle as the graphics card draws it. It is read into a buffer of the card and fetched when a fence says
 * that all is done: reading at once would hold the page's thread while shaders are compiled, and Chromium complains of
 * the stall in the console.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/2.0/
 * Absent: where WebGL 2 is missing, switched off, or lost while it was drawn.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const webglImage: Source<'webglImage'> = async (g) => {
  const gl = drawingContext(g)
  const pixels = new Uint8Array(CANVAS_PX * CANVAS_PX * 4)
  if (!gl) return absent('unavailable')
  drawTriangle(gl)
  const buffer = gl.createBuffer()
  gl.bindBuffer(PIXEL_PACK_BUFFER, buffer)
  gl.bufferData(PIXEL_PACK_BUFFER, pixels.length, STREAM_READ)
  gl.readPixels(0, 0, CANVAS_PX, CANVAS_PX, RGBA, UNSIGNED_BYTE, 0)
  // Others may use the context before the answer is there.
  gl.bindBuffer(PIXEL_PACK_BUFFER, null)
  const fence = gl.fenceSync(SYNC_GPU_COMMANDS_COMPLETE, 0)
  gl.flush()
  for (let polls = 0; fence && polls < POLLS_MAX && !gl.isContextLost(); polls++) {
    await pause(g, POLL_MS)
    if (gl.getSyncParameter(fence, SYNC_STATUS) !== SIGNALED) continue
    gl.bindBuffer(PIXEL_PACK_BUFFER, buffer)
    gl.getBufferSubData(PIXEL_PACK_BUFFER, 0, pixels)
    gl.bindBuffer(PIXEL_PACK_BUFFER, null)
    return { value: murmur128(pixels) }
  }
  return absent('unavailable')
}
