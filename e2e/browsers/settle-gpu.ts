/** Twice what a loaded machine was seen to take. Chosen by hand, November 2026. */
const SETTLE_MS_MAX = 2000

/**
 * An expression that waits until Chromium has settled on how it draws. With windows, on a machine without a GPU, it
 * starts its GPU process anew in the first second or so; a WebGL context that was made before is lost then, which the
 * console says, whoever made it (Chromium 156 under Xvfb, November 2026). Who has browsed for a minute has this behind.
 * Others settle at once.
 */
export const SETTLE_GPU = `new Promise((done) => {
  if (!('chrome' in globalThis)) return done('other')
  const canvas = document.createElement('canvas')
  canvas.addEventListener('webglcontextlost', () => done('lost'))
  canvas.getContext('webgl')
  setTimeout(() => done('kept'), ${SETTLE_MS_MAX})
})`
