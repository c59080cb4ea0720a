import type { SignalName } from '@tracio/contract'
import type { Source } from '../source.ts'
import { architecture } from './architecture.ts'
import { audio } from './audio.ts'
import { audioNodes } from './audio-nodes.ts'
import { audioSources } from './audio-sources.ts'
import { automationGlobals } from './automation-globals.ts'
import { braveMark } from './brave-mark.ts'
import { buildId } from './build-id.ts'
import { canvas } from './canvas.ts'
import { canvasSources } from './canvas-sources.ts'
import { clientHints } from './client-hints.ts'
import { clockResolution } from './clock-resolution.ts'
import { codecs } from './codecs.ts'
import { colorGamut } from './color-gamut.ts'
import { connection } from './connection.ts'
import { cores } from './cores.ts'
import { cssSupports } from './css-supports.ts'
import { dateFormat } from './date-format.ts'
import { deviceInterfaces } from './device-interfaces.ts'
import { emojiBox } from './emoji-box.ts'
import { errorShape } from './error-shape.ts'
import { evalLength } from './eval-length.ts'
import { fonts } from './fonts.ts'
import { headlessMarkers } from './headless-markers.ts'
import { iframeWebdriver } from './iframe-webdriver.ts'
import { jsFeatures } from './js-features.ts'
import { languages } from './languages.ts'
import { layoutSources } from './layout-sources.ts'
import { locale } from './locale.ts'
import { math } from './math.ts'
import { mathml } from './mathml.ts'
import { mediaDeviceKinds } from './media-device-kinds.ts'
import { mediaFeatures } from './media-features.ts'
import { memoryGib } from './memory-gib.ts'
import { mimeTypes } from './mime-types.ts'
import { nativeFunctions } from './native-functions.ts'
import { opfs } from './opfs.ts'
import { oscpu } from './oscpu.ts'
import { pageContext } from './page-context.ts'
import { pdfViewer } from './pdf-viewer.ts'
import { permissionStates } from './permission-states.ts'
import { pixelRatio } from './pixel-ratio.ts'
import { platform } from './platform.ts'
import { plugins } from './plugins.ts'
import { privacySignals } from './privacy-signals.ts'
import { productSub } from './product-sub.ts'
import { rtcCodecs } from './rtc-codecs.ts'
import { screen } from './screen.ts'
import { screenInsets } from './screen-insets.ts'
import { screenOrientation } from './screen-orientation.ts'
import { storage } from './storage.ts'
import { storageInterfaces } from './storage-interfaces.ts'
import { storageQuota } from './storage-quota.ts'
import { systemColors } from './system-colors.ts'
import { systemFonts } from './system-fonts.ts'
import { textMetrics } from './text-metrics.ts'
import { timezone } from './timezone.ts'
import { touch } from './touch.ts'
import { userAgent } from './user-agent.ts'
import { utcOffsets } from './utc-offsets.ts'
import { vendor } from './vendor.ts'
import { vendorGlobals } from './vendor-globals.ts'
import { viewport } from './viewport.ts'
import { wasmFeatures } from './wasm-features.ts'
import { webdriver } from './webdriver.ts'
import { webglBasics } from './webgl-basics.ts'
import { webglExtensions } from './webgl-extensions.ts'
import { webglImage } from './webgl-image.ts'
import { webglParameters } from './webgl-parameters.ts'
import { webglSources } from './webgl-sources.ts'
import { webgpu } from './webgpu.ts'

/**
 * Every catalogued signal and its source; one that is forgotten does not compile. The order is the order of starting:
 * first those that wait for somebody else, so that they wait while the others work; last those that share a frame, so
 * that it is soon gone.
 */
export const sources = {
  audio,
  clientHints,
  headlessMarkers,
  permissionStates,
  mediaDeviceKinds,
  storageQuota,
  opfs,
  webglBasics,
  webglParameters,
  webglExtensions,
  ...webglSources,
  webglImage,
  webgpu,
  canvas,
  ...canvasSources,
  textMetrics,
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
  audioNodes,
  ...audioSources,
  codecs,
  oscpu,
  buildId,
  pdfViewer,
  mimeTypes,
  screenOrientation,
  viewport,
  screenInsets,
  utcOffsets,
  locale,
  dateFormat,
  clockResolution,
  storageInterfaces,
  mediaFeatures,
  cssSupports,
  errorShape,
  jsFeatures,
  wasmFeatures,
  connection,
  rtcCodecs,
  privacySignals,
  braveMark,
  vendorGlobals,
  deviceInterfaces,
  pageContext,
  automationGlobals,
  fonts,
  emojiBox,
  mathml,
  ...layoutSources,
  systemColors,
  systemFonts,
  iframeWebdriver,
  nativeFunctions,
} satisfies { readonly [K in SignalName]: Source<K> }
