import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from '../draw-shapes.ts'
import { withFrame } from '../frame.ts'
import type { Global } from '../global.ts'
import { present, type Sample, unavailable } from '../source.ts'
import { workerAnswer } from '../worker-readings.ts'
import { digest, drawn, readOff } from './canvas.ts'

/**
 * The shapes of the window's canvas, drawn again where noise may be forgotten or made anew: in a frame and in a worker.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-getimagedata
 * Absent: where frames have no window, or workers no canvas (QtWebKit); `denied` where a canvas may not be read.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const otherCanvasSources = {
  frameCanvas: (g: Global): Sample<string> =>
    withFrame(g, ({ contentWindow }) => {
      const shapes = contentWindow && drawn(contentWindow, SHAPES_WIDTH, SHAPES_HEIGHT, drawShapes)
      return shapes && readOff(() => digest(shapes()))
    }) ?? unavailable,
  workerCanvas: async (g: Global): Promise<Sample<string>> => {
    const image = (await workerAnswer(g))?.image
    return present(image && digest(image))
  },
}
