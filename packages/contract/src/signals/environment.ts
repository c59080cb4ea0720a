import { bool, dict, int, list, nullable, num, shape, text } from '../decoder.ts'
import { signal } from './signal.ts'

/** Who made the browser, what it is part of, and what the visitor asked of it. */
export const environmentSignals = {
  vendorGlobals: signal(list(text(64), 64), {
    family: 'environment',
    tier: 'semi',
    readFrom: 'Window, looked at for names',
    contexts: ['window'],
    changesWith: 'browser updates; apps that show the page inside them',
  }),
  deviceInterfaces: signal(dict(bool, 40), {
    family: 'environment',
    tier: 'semi',
    readFrom: 'Window and Navigator, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS',
  }),
  pageContext: signal(
    shape({
      secure: nullable(bool),
      isolated: nullable(bool),
      framed: nullable(bool),
      opaqueOrigin: nullable(bool),
    }),
    {
      family: 'environment',
      tier: 'session',
      readFrom: 'Window#isSecureContext, Window#crossOriginIsolated, Window#top, Location#origin',
      contexts: ['window'],
      changesWith: 'the page and who embeds it',
      constant: 'all recordings were made on one plain page; frames, sandboxes and isolated pages differ',
    },
  ),
  privacySignals: signal(shape({ doNotTrack: nullable(text(32)), globalPrivacyControl: nullable(bool) }), {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'Navigator#doNotTrack, Navigator#globalPrivacyControl',
    contexts: ['window'],
    changesWith: 'settings, extensions',
  }),
  braveMark: signal(bool, {
    family: 'privacy and noise',
    tier: 'semi',
    readFrom: 'Navigator#brave',
    contexts: ['window'],
    changesWith: 'nothing, within one browser',
    constant: 'no recording is of Brave, which alone says yes',
  }),
  devtoolsTrap: signal(int(0, 1000), {
    family: 'environment',
    tier: 'session',
    unit: 'times that the console read the name of an error',
    readFrom: 'console.debug of a frame, called once with an error',
    contexts: ['iframe'],
    changesWith: 'developer tools that are open and debuggers that are attached; one reading is the browser itself',
    neverIn: ['firefox', 'safari'],
  }),
  extensionTraces: signal(list(text(64), 48), {
    family: 'environment',
    tier: 'session',
    readFrom: 'Document and Window, looked at for what extensions put there',
    contexts: ['window'],
    changesWith: 'extensions and their settings',
    constant: 'a browser without extensions has none',
  }),
  refreshRate: signal(list(num(0, 10_000), 8), {
    family: 'environment',
    tier: 'volatile',
    wave: 'late',
    unit: 'ms between frames, to the thousandth',
    readFrom: 'Window#requestAnimationFrame',
    contexts: ['window'],
    changesWith: 'the screen, remote desktops, energy saving, load',
  }),
  appMarks: signal(list(text(64), 48), {
    family: 'environment',
    tier: 'session',
    readFrom: 'Window, looked at for bridges to the app around it',
    contexts: ['window'],
    changesWith: 'the app that shows the page',
    constant: 'a browser that is no part of an app has none',
  }),
}
