/**
 * Containers and codecs in which browsers, their builds (Chromium without licensed codecs) and systems differ. They follow
 * https://www.rfc-editor.org/rfc/rfc6381 and are written down without their quotes. Chosen by hand, November 2026.
 */
export const MEDIA_TYPES: readonly string[] =
  'audio/aac|audio/mp4; codecs=alac|audio/mp4; codecs=ec-3|audio/mp4; codecs=mp4a.40.2|application/vnd.apple.mpegurl|video/mp4; codecs=av01.0.04M.08|video/mp4; codecs=avc1.42E01E|video/mp4; codecs=hvc1.1.6.L93.B0|video/ogg; codecs=theora|video/quicktime|video/webm; codecs=vp8|video/x-matroska'.split(
    '|',
  )
