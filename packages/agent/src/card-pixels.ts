import { pause } from './clock.ts'
import type { Global } from './global.ts'
import type { DrawingWebgl } from './rendering-extras.ts'

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
 * The pixels of a square of a WebGL 2 canvas as they are now, once the card is done. They travel by a buffer of the card,
 * because every direct read, that by a 2D canvas or an image too, holds the page's thread and makes Chromium 156 warn on the
 * console of a stall (November 2026). Undefined where the context was lost.
 */
export async function cardPixels(g: Global, gl: DrawingWebgl, side: number): Promise<Uint8Array | undefined> {
  const pixels = new Uint8Array(side * side * 4)
  const buffer = gl.createBuffer()
  gl.bindBuffer(PIXEL_PACK_BUFFER, buffer)
  gl.bufferData(PIXEL_PACK_BUFFER, pixels.length, STREAM_READ)
  gl.readPixels(0, 0, side, side, RGBA, UNSIGNED_BYTE, 0)
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
    return pixels
  }
  return
}
