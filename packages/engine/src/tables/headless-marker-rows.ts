import type { View } from '../detector.ts'

/** What the rows look at. The first two are needed, the rest is looked at where it is there. */
export type HeadlessView = View<
  'headlessMarkers' | 'requestUserAgent',
  'userAgent' | 'clientHints' | 'screen' | 'webglBasics' | 'languages' | 'claimedFamily' | 'claimedDevice'
>

/** One trace of a browser without a window. */
export interface HeadlessMarkerRow<Reason extends string = string> {
  readonly reason: Reason
  /** Markers of one cause count once, by the heaviest of them: one odd circumstance is not two traces. */
  readonly cause: 'name' | 'gpu' | 'embedding' | 'window' | 'screen' | 'permission' | 'locale' | 'network'
  /** Points towards the threshold of the detector. */
  readonly points: number
  /** Text for people. */
  readonly sentence: string
  /** Whom it was seen on, and who else has it. */
  readonly source: string
  /** Month from which the row has been in force; its points are chosen by hand then, to be revisited with the corpus. */
  readonly since: string
  /** Asked only of browsers that claim to be Chromium on a desktop. */
  readonly desktopChromiumOnly?: true
  readonly expected: string
  /** What was seen, or undefined where the marker is absent. */
  find(seen: HeadlessView): string | undefined
}

/** Names by which engines without a window introduce themselves. */
const tokens = ['HeadlessChrome', 'HeadlessEdg', 'PhantomJS/', 'jsdom/', 'HappyDOM/'] as const

const tokenIn = (text: string): string | undefined => tokens.find((token) => text.includes(token))

/** Renderers that compute on the processor: Chromium's, Mesa's two, and Windows' own. */
const softwareRenderer = /SwiftShader|llvmpipe|softpipe|Microsoft Basic Render/i

/** Window frames, invisible borders of maximised windows and rounding stay below this, in CSS pixels. By hand, November 2026. */
const FRAME_PX_MAX = 32

const row = <Reason extends string>(marker: HeadlessMarkerRow<Reason>): HeadlessMarkerRow<Reason> => marker

/**
 * Every marker that counts. The old headless mode is that of Chromium before 112, 2023, which lives on as
 * chrome-headless-shell; its rows follow published reports and are not measured by us.
 */
export const headlessMarkerRows = [
  row({
    reason: 'headless_user_agent',
    cause: 'name',
    points: 100,
    sentence: 'The user agent names a browser that has no window.',
    source: 'Chromium 156 with --headless=new, measured; documentation of the others. No person’s browser says so.',
    since: '2026-11',
    expected: 'the name of a browser with a window',
    find: ({ userAgent, requestUserAgent }) => tokenIn(userAgent ?? '') ?? tokenIn(requestUserAgent),
  }),
  row({
    reason: 'headless_brand',
    cause: 'name',
    points: 100,
    sentence: 'The Client Hints name a browser that has no window.',
    source:
      'Headless builds under Google’s brand; Debian’s Chromium 156 names only Chromium. No person’s browser says so.',
    since: '2026-11',
    expected: 'the brand of a browser with a window',
    find: ({ clientHints }) =>
      clientHints &&
      [...clientHints.brands, ...(clientHints.fullVersionList ?? [])].map(({ brand }) => brand).find(tokenIn),
  }),
  row({
    reason: 'software_renderer',
    cause: 'gpu',
    points: 20,
    sentence: 'Graphics are computed by the processor.',
    source: 'Headless on servers; also virtual machines, remote desktops, VDI and terminal servers: people.',
    since: '2026-11',
    expected: 'a graphics card',
    find({ webglBasics }) {
      const renderer = webglBasics?.rendererUnmasked ?? webglBasics?.renderer ?? ''
      return softwareRenderer.test(renderer) ? renderer : undefined
    },
  }),
  row({
    reason: 'chrome_object_missing',
    cause: 'embedding',
    points: 20,
    sentence: 'The object window.chrome is missing.',
    source: 'The old headless mode; also QtWebEngine browsers and Electron: people.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'window.chrome',
    find: ({ headlessMarkers }) => (headlessMarkers.chromeObject ? undefined : 'no window.chrome'),
  }),
  row({
    reason: 'plugins_empty',
    cause: 'embedding',
    points: 20,
    sentence: 'The list of plug-ins is empty.',
    source: 'The old headless mode; also QtWebEngine browsers, and whoever lets PDFs be downloaded: people.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'the five entries of the PDF viewer',
    find: ({ headlessMarkers }) => (headlessMarkers.pluginCount === 0 ? '0 plug-ins' : undefined),
  }),
  row({
    reason: 'outer_size_zero',
    cause: 'window',
    points: 10,
    sentence: 'The window has no outer size, on a second look as well.',
    source: 'The old headless mode. A visible window may be so for 100 ms after a navigation, a hidden tab longer.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'a size above zero while visible',
    find: ({ headlessMarkers: { outerWidth, outerHeight, visibility } }) =>
      visibility === 'visible' && (outerWidth === 0 || outerHeight === 0) ? `${outerWidth}x${outerHeight}` : undefined,
  }),
  row({
    reason: 'window_beyond_screen',
    cause: 'window',
    points: 40,
    sentence: 'The window is both wider and higher than the screen.',
    source:
      'Chromium 156 with --headless=new --window-size, measured. A window over two monitors exceeds one side only.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: `at most ${FRAME_PX_MAX} px beyond the screen on one side`,
    find({ headlessMarkers: { outerWidth, outerHeight }, screen }) {
      if (!screen || outerWidth - screen.width <= FRAME_PX_MAX || outerHeight - screen.height <= FRAME_PX_MAX) return
      return `window ${outerWidth}x${outerHeight}, screen ${screen.width}x${screen.height}`
    },
  }),
  row({
    reason: 'window_is_screen',
    cause: 'window',
    points: 10,
    sentence: 'The page fills the screen, and nothing of a browser or a desktop is around it.',
    source: 'Playwright 1.65 with a viewport, measured; also kiosks, full screen without panels, and Brave: people.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'room for a frame or a taskbar',
    find({ headlessMarkers: { outerWidth, outerHeight, innerHeight }, screen }) {
      if (!screen || outerWidth !== screen.width || outerHeight !== screen.height) return
      if (innerHeight !== outerHeight || screen.availHeight !== screen.height) return
      return `page, window and screen of ${outerWidth}x${outerHeight}`
    },
  }),
  row({
    reason: 'screen_of_headless',
    cause: 'screen',
    points: 40,
    sentence: 'The screen is the one that Chromium makes up when it has none.',
    source:
      'Chromium 156 with --headless=new: 800x600, all of it available, measured. Also bare consoles of virtual machines.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'a screen of another size, or a taskbar on it',
    find({ screen }) {
      if (screen?.width !== 800 || screen.height !== 600) return
      return screen.availWidth === 800 && screen.availHeight === 600 ? '800x600, all available' : undefined
    },
  }),
  row({
    reason: 'notifications_contradict',
    cause: 'permission',
    points: 35,
    sentence: 'Notifications are denied and, asked in another way, undecided.',
    source:
      'The old headless mode; Chromium 156 answers both alike, on insecure pages too, measured. Embedded views may contradict.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'the same answer twice',
    find: ({ headlessMarkers: { notificationPermission, notificationQuery } }) =>
      notificationPermission === 'denied' && notificationQuery === 'prompt' ? 'denied, and prompt' : undefined,
  }),
  row({
    reason: 'languages_empty',
    cause: 'locale',
    points: 40,
    sentence: 'The browser speaks no language.',
    source: 'The old headless mode without --lang. A person’s Chromium always has one.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: 'at least one language',
    find: ({ languages }) => (languages?.length === 0 ? 'no language' : undefined),
  }),
  row({
    reason: 'rtt_zero',
    cause: 'network',
    points: 5,
    sentence: 'The network is said to take no time.',
    source: 'The old headless mode; also every network below 12.5 ms, because the figure is rounded to 25: people.',
    since: '2026-11',
    desktopChromiumOnly: true,
    expected: '25 ms or more, on most networks',
    find: ({ headlessMarkers: { rttMs } }) => (rttMs === 0 ? '0 ms' : undefined),
  }),
] as const
