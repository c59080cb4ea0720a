import { looking } from '../has.ts'
import { absent, present, type Source } from '../source.ts'

const INTERFACES =
  'EventSource PushManager RTCRtpScriptTransform SyncManager TCPSocket WebSocketStream WebTransport caches fetchLater navigator.sendBeacon'

/** What is wanted of the entry, by its own names; times are in ms, sizes in bytes. */
const ENTRY =
  'type nextHopProtocol redirectCount connectStart secureConnectionStart connectEnd requestStart responseStart encodedBodySize transferSize'

/**
 * How the page came: by which protocol, after how long, with how much around it; what the browser can talk, and whether it
 * believes to be connected.
 *
 * Spec: https://www.w3.org/TR/navigation-timing-2/, https://html.spec.whatwg.org/multipage/system-state.html#navigator.online
 * Absent: `pageTransport` where the browser keeps no entry for the navigation, `online` where there is no navigator; what
 * an entry does not tell is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const networkSources = {
  pageTransport: ({ performance }) => {
    const entry = performance?.getEntriesByType?.('navigation')[0]
    if (!entry) return absent('unavailable')
    return { value: Object.fromEntries(ENTRY.split(' ').map((name) => [name, Reflect.get(entry, name) ?? null])) }
  },
  networkInterfaces: looking(INTERFACES),
  online: ({ navigator }) => present(navigator?.onLine),
} satisfies { readonly [K in 'pageTransport' | 'networkInterfaces' | 'online']: Source<K> }
