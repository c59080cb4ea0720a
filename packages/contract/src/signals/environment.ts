import { bool, dict, list, nullable, shape, text } from '../decoder.ts'
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
}
