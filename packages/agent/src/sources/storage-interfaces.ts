import { presence } from '../has.ts'
import type { Source } from '../source.ts'

const PATHS =
  'SharedWorker navigator.locks navigator.webkitTemporaryStorage sharedStorage showOpenFilePicker openDatabase document.requestStorageAccess'

/**
 * Which interfaces for keeping data and for sharing it between tabs there are. They are looked for and not used.
 *
 * Spec: https://w3c.github.io/ServiceWorker/, https://storage.spec.whatwg.org/, https://cookiestore.spec.whatwg.org/
 * Absent: nowhere; on plain HTTP pages most of them are missing.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const storageInterfaces: Source<'storageInterfaces'> = (g) => ({ value: presence(g, PATHS) })
