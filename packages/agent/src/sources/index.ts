import type { Sources } from '../run.ts'
import { architecture } from './architecture.ts'
import { audio } from './audio.ts'
import { audioNodes } from './audio-nodes.ts'
import { audioSources } from './audio-sources.ts'
import { automationGlobals } from './automation-globals.ts'
import { botSources } from './bot-sources.ts'
import { braveMark } from './brave-mark.ts'
import { buildId } from './build-id.ts'
import { canvas } from './canvas.ts'
import { clientHints } from './client-hints.ts'
import { clockResolution } from './clock-resolution.ts'
import { codecs } from './codecs.ts'
import { colorGamut } from './color-gamut.ts'
import { connection } from './connection.ts'
import { cores } from './cores.ts'
import { cssSupports } from './css-supports.ts'
import { dateFormat } from './date-format.ts'
import { deviceInterfaces } from './device-interfaces.ts'
import { devtoolsTrap } from './devtools-trap.ts'
import { engineSources } from './engine-sources.ts'
import { environmentSources } from './environment-sources.ts'
import { errorShape } from './error-shape.ts'
import { evalLength } from './eval-length.ts'
import { extensionTraces } from './extension-traces.ts'
import { fonts } from './fonts.ts'
import { headlessMarkers } from './headless-markers.ts'
import { iceCandidates } from './ice-candidates.ts'
import { iframeWebdriver } from './iframe-webdriver.ts'
import { jsFeatures } from './js-features.ts'
import { languages } from './languages.ts'
import { layoutSources } from './layout-sources.ts'
import { locale } from './locale.ts'
import { math } from './math.ts'
import { mediaDeviceKinds } from './media-device-kinds.ts'
import { mediaQuerySources } from './media-query-sources.ts'
import { mediaSources } from './media-sources.ts'
import { memoryGib } from './memory-gib.ts'
import { mimeTypes } from './mime-types.ts'
import { nativeFunctions } from './native-functions.ts'
import { noiseSources } from './noise-sources.ts'
import { online } from './online.ts'
import { opfsFlush } from './opfs-flush.ts'
import { oscpu } from './oscpu.ts'
import { otherCanvasSources } from './other-canvas-sources.ts'
import { pageContext } from './page-context.ts'
import { pdfViewer } from './pdf-viewer.ts'
import { permissionStates } from './permission-states.ts'
import { pixelRatio } from './pixel-ratio.ts'
import { platform } from './platform.ts'
import { platformSources } from './platform-sources.ts'
import { plugins } from './plugins.ts'
import { privacySignals } from './privacy-signals.ts'
import { privacySources } from './privacy-sources.ts'
import { productSub } from './product-sub.ts'
import { rtcCodecs } from './rtc-codecs.ts'
import { screen } from './screen.ts'
import { screenInsets } from './screen-insets.ts'
import { screenOrientation } from './screen-orientation.ts'
import { scrollBarWidth } from './scroll-bar-width.ts'
import { storage } from './storage.ts'
import { storageInterfaces } from './storage-interfaces.ts'
import { storageQuota } from './storage-quota.ts'
import { storageSources } from './storage-sources.ts'
import { styleSources } from './style-sources.ts'
import { systemColors } from './system-colors.ts'
import { systemFonts } from './system-fonts.ts'
import { tamperingSources } from './tampering-sources.ts'
import { textMetrics } from './text-metrics.ts'
import { timezone } from './timezone.ts'
import { touch } from './touch.ts'
import { turnProbe } from './turn-probe.ts'
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
import { windowBars } from './window-bars.ts'
import { workerDirectory, workerInterfaces, workerNotification, workerSources } from './worker-sources.ts'
import { zoneHistory } from './zone-history.ts'

/**
 * Every catalogued signal and its source, by family. Signals that take time to be seen are in watchers.ts. When each starts
 * is for source-plans.ts to say.
 */
export const sources = {
  canvas: { canvas, webglBasics, webglExtensions, webglImage, webglParameters, ...webglSources, webgpu },
  audio: { audioNodes, ...audioSources, audio },
  fonts: { fonts, ...layoutSources, systemFonts, textMetrics },
  platform: {
    buildId,
    clientHints,
    codecs,
    cores,
    languages,
    mediaDeviceKinds,
    ...mediaSources,
    memoryGib,
    mimeTypes,
    oscpu,
    pdfViewer,
    permissionStates,
    ...platformSources,
    platform,
    plugins,
    productSub,
    touch,
    userAgent,
    vendor,
  },
  screen: { colorGamut, pixelRatio, screenInsets, screenOrientation, screen, scrollBarWidth, viewport, windowBars },
  time: { clockResolution, dateFormat, locale, timezone, utcOffsets, zoneHistory },
  storage: { opfsFlush, storageInterfaces, storageQuota, ...storageSources, storage, workerDirectory },
  css: { cssSupports, ...mediaQuerySources, ...styleSources, systemColors },
  engine: { architecture, ...engineSources, errorShape, evalLength, jsFeatures, math, wasmFeatures, workerInterfaces },
  network: { connection, iceCandidates, online, rtcCodecs, turnProbe },
  bot: { automationGlobals, ...botSources, headlessMarkers, iframeWebdriver, webdriver, workerNotification },
  tampering: { nativeFunctions, ...tamperingSources, ...workerSources },
  privacy: { braveMark, ...noiseSources, ...otherCanvasSources, privacySignals, ...privacySources },
  environment: { deviceInterfaces, devtoolsTrap, ...environmentSources, extensionTraces, pageContext, vendorGlobals },
  behaviour: {},
} satisfies Readonly<Record<string, Sources>>
