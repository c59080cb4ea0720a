import { expect, it } from 'vitest'
import { signalIds } from './signal-ids.ts'
import { currentSignalNames, signalNames, signals } from './signals.ts'

it('gives every catalogued signal a wire id, and every wire id to one signal', () => {
  expect(Object.keys(signals).sort()).toEqual(Object.keys(signalIds).sort())
  const ids = Object.values(signalIds)
  expect(ids).toEqual([...new Set(ids)])
})

it('keeps the numbers that the product has always used', () => {
  expect(signalIds).toMatchObject({
    timezone: 's9',
    canvas: 's17',
    fonts: 's20',
    audio: 's21',
    clientHints: 's58',
    webgpu: 's70',
    headlessMarkers: 's97',
    automationGlobals: 's157',
    iframeWebdriver: 's158',
    nativeFunctions: 's159',
    webdriver: 's300',
    evalLength: 's301',
  })
})

it('says of every signal what makes it change and where it is read', () => {
  const silent = signalNames.filter((name) => !signals[name].changesWith || !signals[name].readFrom)
  expect(silent).toEqual([])
})

it('decodes a value of each shape and refuses null for all', () => {
  const accepting = signalNames.filter((name) => typeof signals[name].decode(null) !== 'symbol')
  expect(accepting).toEqual([])
})

it('knows which signals agents still send: all but the retired', () => {
  expect(currentSignalNames).toContain('hover')
  expect(signalNames.filter((name) => !currentSignalNames.some((current) => current === name))).toEqual([
    'mediaFeatures',
  ])
})
