import type { AnyDetector } from '../detector.ts'
import { datacenter } from './datacenter.ts'
import { engineMismatch } from './engine-mismatch.ts'
import { headlessMarkers } from './headless-markers.ts'
import { ipBlocklist } from './ip-blocklist.ts'
import { listedProxy } from './listed-proxy.ts'
import { osMismatch } from './os-mismatch.ts'
import { proxyHeaders } from './proxy-headers.ts'
import { publicVpn } from './public-vpn.ts'
import { relay } from './relay.ts'
import { residentialProxy } from './residential-proxy.ts'
import { timezoneMismatch } from './timezone-mismatch.ts'
import { torBrowser } from './tor-browser.ts'
import { torExit } from './tor-exit.ts'
import { turnMismatch } from './turn-mismatch.ts'
import { velocity } from './velocity.ts'
import { webdriverFlag } from './webdriver-flag.ts'

/** Every detector. Findings come in this order. */
export const detectors: readonly AnyDetector[] = [
  webdriverFlag,
  headlessMarkers,
  engineMismatch,
  velocity,
  torExit,
  torBrowser,
  relay,
  publicVpn,
  timezoneMismatch,
  osMismatch,
  turnMismatch,
  listedProxy,
  proxyHeaders,
  residentialProxy,
  datacenter,
  ipBlocklist,
]
