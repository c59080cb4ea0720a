import { absent, type Source } from '../source.ts'

/**
 * Containers and codecs in which browsers, their builds (Chromium without licensed codecs) and systems differ. The
 * strings follow https://www.rfc-editor.org/rfc/rfc6381 and are written down here without their quotes.
 */
const TYPES = [
  'audio/aac',
  'audio/flac',
  'audio/mp4; codecs=ac-3',
  'audio/mp4; codecs=alac',
  'audio/mp4; codecs=ec-3',
  'audio/mp4; codecs=mp4a.40.2',
  'audio/ogg; codecs=opus',
  'application/vnd.apple.mpegurl',
  'video/mp4; codecs=av01.0.04M.08',
  'video/mp4; codecs=avc1.42E01E',
  'video/mp4; codecs=dvh1.05.01',
  'video/mp4; codecs=hvc1.1.6.L93.B0',
  'video/ogg; codecs=theora',
  'video/quicktime',
  'video/webm; codecs=vp09.00.10.08',
  'video/x-matroska',
]

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
  if (!media?.canPlayType) return absent('unavailable')
  const value: Record<string, string> = {}
  for (const type of TYPES) value[type] = media.canPlayType(type.replace(/=(.*)/, '="$1"'))
  return { value }
}
