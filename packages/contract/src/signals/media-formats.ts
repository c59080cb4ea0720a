import { bool, dict, list, text } from '../decoder.ts'
import { signal } from './signal.ts'

const formats = list(text(64), 64)

/** Which media the browser plays, records, decodes and protects: its build, its system and its hardware. */
export const mediaFormatSignals = {
  drm: signal(dict(bool, 16), {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'Navigator#requestMediaKeySystemAccess',
    contexts: ['window'],
    changesWith: 'settings, content decryption modules that come and go; Firefox is asked for ClearKey alone',
  }),
  recorderTypes: signal(formats, {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'MediaRecorder.isTypeSupported',
    contexts: ['window'],
    changesWith: 'browser and system updates',
  }),
  streamTypes: signal(formats, {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'MediaSource.isTypeSupported, ManagedMediaSource.isTypeSupported',
    contexts: ['window'],
    changesWith: 'browser and system updates; within minutes in Firefox',
  }),
  decodingInfo: signal(dict(text(8), 16), {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'MediaCapabilities#decodingInfo',
    contexts: ['window'],
    changesWith: 'the machine, its graphics driver, what the browser learned from earlier playing',
  }),
  videoDecoders: signal(formats, {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'VideoDecoder.isConfigSupported',
    contexts: ['window'],
    changesWith: 'the graphics card and its driver, browser updates',
  }),
  audioDecoders: signal(formats, {
    family: 'navigator and platform',
    tier: 'volatile',
    readFrom: 'AudioDecoder.isConfigSupported',
    contexts: ['window'],
    changesWith: 'browser and system updates',
  }),
  imageTypes: signal(formats, {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'ImageDecoder.isTypeSupported',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  mediaConstraints: signal(list(text(64), 128), {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'MediaDevices#getSupportedConstraints',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
  scriptTypes: signal(formats, {
    family: 'navigator and platform',
    tier: 'semi',
    readFrom: 'HTMLScriptElement.supports',
    contexts: ['window'],
    changesWith: 'browser updates',
  }),
}
