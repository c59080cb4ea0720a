import type { AnyDetector } from '../detector.ts'
import { engineMismatch } from './engine-mismatch.ts'
import { headlessMarkers } from './headless-markers.ts'
import { velocity } from './velocity.ts'
import { webdriverFlag } from './webdriver-flag.ts'

/** Every detector. Findings come in this order. */
export const detectors: readonly AnyDetector[] = [webdriverFlag, headlessMarkers, engineMismatch, velocity]
