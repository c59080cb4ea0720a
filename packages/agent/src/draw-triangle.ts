import type { DrawingWebgl } from './rendering-extras.ts'

/** Numbers of the constants: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 */
export const FRAGMENT_SHADER_KIND = 0x8b30
export const VERTEX_SHADER_KIND = 0x8b31
const ARRAY_BUFFER = 0x8892
const STATIC_DRAW = 0x88e4
const FLOAT = 0x1406
const TRIANGLES = 4
const COLOR_BUFFER_BIT = 0x4000

/** One corner of the triangle is the attribute; colours come of it, so that they change over the whole triangle. */
const VERTEX_SHADER = 'attribute vec2 p;varying vec4 v;void main(){v=vec4(p,p.x*p.y,1);gl_Position=vec4(p,0,1);}'

/** A sine of single precision, which cards approximate each in their own way. */
export const FRAGMENT_SHADER = 'precision mediump float;varying vec4 v;void main(){gl_FragColor=sin(v*9.)*.7;}'

/** Corners at uneven places, so that smoothed edges cross pixels at many angles. */
const CORNERS = [-0.9, -0.7, 0.8, -0.95, 0.1, 0.93]

const ready = new WeakSet<DrawingWebgl>()

/**
 * Draws a triangle in changing colours. The corners come from a buffer, because Gecko warns in the console about drawings
 * without one on some systems. A context that has drawn it keeps the program: software cards take 30 ms to make one ready.
 */
export function drawTriangle(gl: DrawingWebgl): void {
  if (!ready.has(gl)) prepare(gl)
  ready.add(gl)
  gl.clear(COLOR_BUFFER_BIT)
  gl.drawArrays(TRIANGLES, 0, 3)
}

function prepare(gl: DrawingWebgl): void {
  const program = gl.createProgram()
  gl.attachShader(program, compiled(gl, VERTEX_SHADER_KIND, VERTEX_SHADER))
  gl.attachShader(program, compiled(gl, FRAGMENT_SHADER_KIND, FRAGMENT_SHADER))
  gl.linkProgram(program)
  gl.useProgram(program)
  gl.bindBuffer(ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(ARRAY_BUFFER, new Float32Array(CORNERS), STATIC_DRAW)
  gl.vertexAttribPointer(0, 2, FLOAT, false, 0, 0)
  gl.enableVertexAttribArray(0)
}

/** A shader of the kind, which has been told to compile. */
export function compiled(gl: DrawingWebgl, kind: number, code: string): WebGLShader {
  // Null is for contexts that are lost, which is asked before; should one be lost in between, attaching throws.
  const shader = gl.createShader(kind) as WebGLShader
  gl.shaderSource(shader, code)
  gl.compileShader(shader)
  return shader
}
