/**
 * An expression that waits until a browser has settled on how it draws. Chromium with windows on a machine without a GPU
 * loses its process's first WebGL context 10 to 50 ms after making it, says so in the console whoever made it, and draws
 * in software from then on (Chromium 156 under Xvfb, November 2026). Whoever has browsed for a minute has this behind.
 */
export const SETTLE_GPU = `new Promise((done) => {
  const canvas = document.createElement('canvas')
  canvas.addEventListener('webglcontextlost', () => done('lost'))
  canvas.getContext('webgl')
  setTimeout(() => done('kept'), 500)
})`
