import { MEDIA_TYPES } from '../media-types.ts'
import { recordOf } from '../record-of.ts'
import { present, type Source } from '../source.ts'

/**
 * How sure the browser is that it can play each of our media types: "", "maybe" or "probably". Nothing is loaded.
 *
 * Spec: https://html.spec.whatwg.org/multipage/media.html#dom-navigator-canplaytype
 * Absent: where there are no media elements (workers), or they cannot be asked (browsers built without media). An audio
 * element answers for video as well.
 * Checked: Chromium 156; Firefox ESR 153, which says "maybe" at first and changes its mind when its decoding process has
 * started; November 2026.
 */
export const codecs: Source<'codecs'> = ({ Audio: player }) => {
  const media = player && new player()
  return present(
    media?.canPlayType && recordOf(MEDIA_TYPES, (type) => media.canPlayType?.(type.replace(/=(.*)/, '="$1"'))),
  )
}
