import { type Source, unavailable } from '../source.ts'

/**
 * The MIME types that the browser lists, each with its file name endings.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#pdf-viewing-support
 * Absent: where the navigator lists none at all (workers). With the PDF viewer switched off the list is there and empty.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mimeTypes: Source<'mimeTypes'> = ({ navigator }) =>
  navigator?.mimeTypes
    ? { value: Array.from(navigator.mimeTypes, ({ type, suffixes }) => ({ type, suffixes })) }
    : unavailable
