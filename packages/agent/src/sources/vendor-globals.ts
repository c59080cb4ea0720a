import { looking } from '../has.ts'
import type { Source } from '../source.ts'

/** Names that one maker's browsers or one engine put into every page. Chosen by hand, November 2026. */
const NAMES =
  'chrome safari opr webkit GestureEvent mozInnerScreenX webkitRequestFileSystem yandex __gCrWeb __firefox__ cefQuery nw ReactNativeWebView flutter_inappwebview WeixinJSBridge'

/**
 * Which of the globals are there that only some makers, engines and embedding apps provide.
 *
 * Spec: none; each name belongs to its maker.
 * Absent: nowhere; a browser without any of them answers with an empty list.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const vendorGlobals: Source<'vendorGlobals'> = looking(NAMES)
