import type { SignalName } from '@tracio/contract/wire'
import type { Global } from './global.ts'
import { seeksFonts } from './worker-readings.ts'

/** How a source is run, where it differs from the others. */
export interface Plan {
  /** When it starts: sources of lower ranks before those of higher ones, within a rank as they are registered. */
  readonly rank?: number
  /** How long it may take, in milliseconds; what comes later travels in the late wave. */
  readonly timeoutMs?: number
  /** Visitors are known by it, so being short of time is not enough to skip it. Exactly the tier `frozen`. */
  readonly identity?: true
  /** Some browsers and extensions spoil its value with noise, so it is read twice. */
  readonly noisy?: true
  /** It may hold the thread for tens of milliseconds, so it starts in a task of its own. */
  readonly heavy?: true
  /** Whether what comes after it starts when it has ended: between the turns of all the others it would end as the last. */
  readonly alone?: (g: Global) => boolean
  /** It needs a worker, which the page's policy may forbid: that explains its failure. */
  readonly worker?: true
  /** It runs when the page has its result, and its value travels in the late wave. */
  readonly late?: true
}

/** The rank of all that are not in the table: they take less than a millisecond each, so all of them fit into the budget. */
export const RANK = 1

/** Those that wait for somebody else, so that they wait while the others work. */
const waiting: Plan = { rank: 0 }
const inWorker: Plan = { rank: 0, worker: true }
const identity: Plan = { identity: true }
/** Those that touch the disk, hold the thread, make the browser start a process, or wait for long. */
const late: Plan = { late: true }
/** Those that share the WebGL context: making the first one of a browser can hold the thread for a second. */
const drawn: Plan = { rank: 3 }
/** Those that share the frame; they go on while the card draws, for which there is nothing to do but wait. */
const framed: Plan = { rank: 5 }

/**
 * The exceptions. What takes long comes last; of that what visitors are known by goes first, and is not skipped.
 * Time-outs were chosen by hand, November 2026; revisit with the corpus.
 */
export const sourcePlans: { readonly [K in SignalName]?: Plan } = {
  // Rendering takes milliseconds, unless iOS suspends it until a touch, which may never come.
  audio: { rank: 0, timeoutMs: 500, identity: true, noisy: true },
  clientHints: waiting,
  headlessMarkers: waiting,
  permissionStates: waiting,
  mediaDeviceKinds: late,
  storageQuota: waiting,
  opfs: waiting,
  turnProbe: waiting,
  drm: { late: true, timeoutMs: 1000 },
  voices: late,
  workerUserAgent: inWorker,
  workerPlatform: inWorker,
  workerLanguages: inWorker,
  workerCores: inWorker,
  workerMemory: inWorker,
  workerBrands: inWorker,
  workerTimezone: inWorker,
  workerGpu: inWorker,
  workerInterfaces: inWorker,
  workerNotification: inWorker,
  workerDirectory: inWorker,
  workerCanvas: inWorker,
  iceCandidates: late,
  rtcCodecs: late,
  webglShader: late,
  refreshRate: late,
  opfsFlush: { late: true, worker: true },
  audioDevice: late,
  // Browsers load the style of every control, and a font for every generic family, when they are first laid out.
  formControls: { late: true, heavy: true },
  lineHeights: { late: true, heavy: true },
  controlBoxes: { late: true, heavy: true },
  clockResolution: late,
  math: identity,
  architecture: identity,
  // The first to lay out: it makes the frame, which takes half of the time of what comes next.
  domRects: { heavy: true },
  fontPreferences: { heavy: true },
  computedStyleNames: { heavy: true },
  // Before all that can hold the thread for long, so that slow machines have them when the primary wave leaves.
  canvas: { rank: 2, identity: true, noisy: true, heavy: true, alone: () => true },
  fonts: { rank: 2, identity: true, heavy: true, alone: (g) => !seeksFonts(g) },
  emojiBox: framed,
  mathml: framed,
  systemColors: framed,
  systemFonts: framed,
  iframeWebdriver: framed,
  nativeFunctions: framed,
  frameCanvas: framed,
  webglBasics: { rank: 3, identity: true, heavy: true },
  webglParameters: { rank: 3, identity: true },
  webglExtensions: drawn,
  webgpu: drawn,
  webglAttributes: drawn,
  webglPrecisions: drawn,
  webgl2Basics: { rank: 3, heavy: true },
  webgl2Parameters: drawn,
  webgl2Extensions: drawn,
  frameGpu: drawn,
  // Whose shaders keep the card busy: what asks the card after them waits.
  webglImage: { rank: 4, noisy: true },
}
