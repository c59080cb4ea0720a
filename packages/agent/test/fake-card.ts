import type { WebglLike } from '../src/global.ts'
import type { DrawingWebgl } from '../src/rendering-extras.ts'
import { graphics } from './fake-canvas.ts'

/** What was asked of a card, by name and in order, and a card of WebGL 2 that shows one colour everywhere. */
export interface FakeCard {
  readonly asked: string[]
  readonly gl: WebglLike & DrawingWebgl
}

/** A card whose fence says that all is done at the given look; it never does when that is infinite. */
export function fakeCard(doneAtLook: number, shade = 7): FakeCard {
  const asked: string[] = []
  const ask = (name: string) => (): void => void asked.push(name)
  let looks = 0
  const gl: WebglLike & DrawingWebgl = {
    ...graphics({ 7938: 'WebGL 2.0' }),
    createProgram: () => ({}),
    createShader: () => ({}),
    createBuffer: () => ({}),
    shaderSource: ask('shaderSource'),
    compileShader: ask('compileShader'),
    attachShader: ask('attachShader'),
    linkProgram: ask('linkProgram'),
    useProgram: ask('useProgram'),
    bindBuffer: ask('bindBuffer'),
    bufferData: ask('bufferData'),
    vertexAttribPointer: ask('vertexAttribPointer'),
    enableVertexAttribArray: ask('enableVertexAttribArray'),
    clear: ask('clear'),
    drawArrays: ask('drawArrays'),
    readPixels: ask('readPixels'),
    flush: ask('flush'),
    isContextLost: () => false,
    getShaderPrecisionFormat: () => null,
    fenceSync: () => ({}),
    getSyncParameter: () => (++looks >= doneAtLook ? 0x9119 : 0x9118),
    getBufferSubData: (_target, _offset, into) => {
      asked.push('getBufferSubData')
      new Uint8Array(into.buffer).fill(shade)
    },
  }
  return { asked, gl }
}
