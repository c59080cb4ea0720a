import { present, type Source } from '../source.ts'

/**
 * Whether the browser shows PDF files itself. The lists of plugins and MIME types have to agree with it.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-pdfviewerenabled
 * Absent: in workers and in browsers older than 2022.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const pdfViewer: Source<'pdfViewer'> = ({ navigator }) => present(navigator?.pdfViewerEnabled)
