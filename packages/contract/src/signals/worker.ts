import { int, list, num, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

const FROM_WORKER = { family: 'tampering', tier: 'semi', contexts: ['worker'] } as const

/** What another context than the window says, for comparing. Raw: judging is the engine's. */
export const workerSignals = {
  workerUserAgent: signal(text(512), {
    ...FROM_WORKER,
    readFrom: 'WorkerNavigator#userAgent',
    changesWith: 'browser updates; tools that forge the window alone',
  }),
  workerPlatform: signal(text(64), {
    ...FROM_WORKER,
    readFrom: 'WorkerNavigator#platform',
    constant: 'it differs from the window where somebody replaced that; all recordings are from one system',
    changesWith: 'the operating system; tools that forge the window alone',
  }),
  workerLanguages: signal(list(text(32), 32), {
    ...FROM_WORKER,
    tier: 'volatile',
    readFrom: 'WorkerNavigator#languages',
    changesWith: 'settings; tools that forge the window alone',
  }),
  workerCores: signal(int(1, 4096), {
    ...FROM_WORKER,
    readFrom: 'WorkerNavigator#hardwareConcurrency',
    changesWith: 'the processor; tools that forge the window alone',
  }),
  workerMemory: signal(num(0, 65_536), {
    ...FROM_WORKER,
    unit: 'GiB',
    readFrom: 'WorkerNavigator#deviceMemory',
    constant: 'it differs from the window where somebody replaced that; all recordings are from one machine',
    changesWith: 'the memory; tools that forge the window alone',
    neverIn: ['firefox', 'safari'],
  }),
  workerBrands: signal(text(512), {
    ...FROM_WORKER,
    readFrom: 'WorkerNavigator#userAgentData',
    constant:
      'it differs from the window where somebody replaced that; all recordings are from one version of Chromium',
    changesWith: 'browser updates; tools that forge the window alone',
    neverIn: ['firefox', 'safari'],
  }),
  workerTimezone: signal(text(64), {
    ...FROM_WORKER,
    tier: 'volatile',
    readFrom: 'Intl.DateTimeFormat#resolvedOptions',
    constant: 'it differs from the window where somebody replaced that; all recordings are from one zone',
    changesWith: 'journeys; tools that forge the window alone',
  }),
  workerGpu: signal(shape({ vendor: text(128), renderer: text(256) }), {
    ...FROM_WORKER,
    readFrom: 'WebGLRenderingContext#getParameter of an OffscreenCanvas',
    changesWith: 'the graphics card and its driver; tools that forge the window alone',
  }),
  workerInterfaces: signal(list(text(64), 64), {
    family: 'maths, JS engine, architecture',
    tier: 'semi',
    readFrom: 'WorkerGlobalScope, looked at for names',
    contexts: ['worker'],
    changesWith: 'browser updates, settings, plain HTTP instead of HTTPS',
  }),
  workerNotification: signal(text(16), {
    family: 'bot',
    tier: 'volatile',
    readFrom: 'Notification.permission',
    contexts: ['worker'],
    changesWith: 'what the visitor allowed; how the browser was started',
  }),
  workerDirectory: signal(text(64), {
    family: 'storage',
    tier: 'semi',
    readFrom: 'StorageManager#getDirectory',
    contexts: ['worker'],
    changesWith: 'private windows in some browsers, settings, sandboxes',
  }),
  workerCanvas: signal(text(DIGEST_LENGTH_MAX), {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'OffscreenCanvas#convertToBlob',
    contexts: ['worker'],
    changesWith: 'the graphics stack, some browser majors; noised per session by Firefox and Brave',
    digested: 'the image is sent as a MurmurHash3-128 digest, for size',
  }),
  frameCanvas: signal(text(DIGEST_LENGTH_MAX), {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'HTMLCanvasElement#toDataURL',
    contexts: ['iframe'],
    changesWith: 'the graphics stack, some browser majors; noised per session by Firefox and Brave',
    digested: 'the image is sent as a MurmurHash3-128 digest, for size',
  }),
  opfsFlush: signal(num(0, 60_000), {
    family: 'storage',
    tier: 'session',
    wave: 'late',
    unit: 'ms',
    readFrom: 'FileSystemSyncAccessHandle#flush',
    contexts: ['worker'],
    changesWith: 'the disk and its load; private windows of browsers that keep files in memory',
  }),
}
