import type { SignalName } from '@tracio/contract'
import type { Source } from '../source.ts'
import { architecture } from './architecture.ts'
import { audio } from './audio.ts'
import { canvas } from './canvas.ts'
import { clientHints } from './client-hints.ts'
import { colorGamut } from './color-gamut.ts'
import { cores } from './cores.ts'
import { evalLength } from './eval-length.ts'
import { fonts } from './fonts.ts'
import { headlessMarkers } from './headless-markers.ts'
import { languages } from './languages.ts'
import { math } from './math.ts'
import { memoryGib } from './memory-gib.ts'
import { pixelRatio } from './pixel-ratio.ts'
import { platform } from './platform.ts'
import { plugins } from './plugins.ts'
import { productSub } from './product-sub.ts'
import { screen } from './screen.ts'
import { storage } from './storage.ts'
import { timezone } from './timezone.ts'
import { touch } from './touch.ts'
import { userAgent } from './user-agent.ts'
import { vendor } from './vendor.ts'
import { webdriver } from './webdriver.ts'
import { webglBasics } from './webgl-basics.ts'
import { webglParameters } from './webgl-parameters.ts'

/**
 * Every catalogued signal and its source; one that is forgotten does not compile. The order is the order of starting:
 * first those that wait for somebody else, so that they wait while the others work.
 */
export const sources = {
  audio,
  clientHints,
  headlessMarkers,
  webglBasics,
  webglParameters,
  canvas,
  fonts,
  userAgent,
  languages,
  platform,
  screen,
  pixelRatio,
  touch,
  cores,
  memoryGib,
  timezone,
  colorGamut,
  storage,
  plugins,
  math,
  vendor,
  productSub,
  architecture,
  webdriver,
  evalLength,
} satisfies { readonly [K in SignalName]: Source<K> }
