import { expect, it } from 'vitest'
import { clear, defineDetector, detected } from './detector.ts'
import { runDetectors } from './run-detectors.ts'

const few = defineDetector({
  id: 'few_cores',
  category: 'device',
  needs: ['cores', 'vendor'],
  wants: ['memoryGib'],
  reasons: { cores_few: 'There are few processors.' },
  detect: ({ cores, memoryGib }) =>
    cores > 1
      ? clear
      : detected(0.3, { reason: 'cores_few', observed: `${cores} with ${memoryGib ?? 'unknown'} GiB`, expected: '2' }),
})

it('asks a detector whose needs are all there, and signs its answer', () => {
  expect(runDetectors([few], { cores: 4, vendor: '' })).toEqual([
    { detector: 'few_cores', category: 'device', outcome: 'clear' },
  ])
})

it('hands on what a detector wants, and does not miss it', () => {
  const observed = (seen: Parameters<typeof few.detect>[0]) => runDetectors([few], seen)
  expect(observed({ cores: 1, vendor: '', memoryGib: 8 })).toMatchObject([{ evidence: [{ observed: '1 with 8 GiB' }] }])
  expect(observed({ cores: 1, vendor: '' })).toMatchObject([{ evidence: [{ observed: '1 with unknown GiB' }] }])
})

it('answers unknown with exactly what is missing', () => {
  expect(runDetectors([few], { cores: 1 })).toEqual([
    { detector: 'few_cores', category: 'device', outcome: 'unknown', missing: ['vendor'] },
  ])
})

it('takes falsy values for values', () => {
  expect(runDetectors([few], { cores: 0, vendor: '' })).toMatchObject([{ outcome: 'detected' }])
})
