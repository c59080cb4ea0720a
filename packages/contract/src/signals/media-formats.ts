import { list, text } from '../decoder.ts'
import { signal } from './signal.ts'

const formats = list(text(64), 64)

/** Which media the browser streams and protects: its build, its system and its hardware. */
export const mediaFormatSignals = {
  drm: signal(formats, {
    family: 'navigator and platform',
    tier: 'volatile',
    wave: 'late',
    readFrom: 'Navigator#requestMediaKeySystemAccess',
    contexts: ['window'],
    changesWith: 'settings, content decryption modules that come and go; Firefox is asked for ClearKey alone',
  }),
  streamTypes: signal(formats, {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'MediaSource.isTypeSupported, ManagedMediaSource.isTypeSupported',
    contexts: ['window'],
    changesWith: 'browser and system updates; within minutes in Firefox',
  }),
}
