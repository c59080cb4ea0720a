export { bandOf, riskLevelsFrom } from './decide.ts'
export { familyOf } from './derive/parse-user-agent.ts'
export { zoneFitsCountry } from './derive/zone-fits-country.ts'
export type { AnyDetector, Detector, Verdict } from './detector.ts'
export { detectors } from './detectors/index.ts'
export { ENGINE_VERSION } from './engine-version.ts'
export { type Evaluation, evaluate } from './evaluate.ts'
export { type Candidates, type CookieOwner, FROZEN_HOLDERS_MAX, type KnownVisitor } from './identify/candidates.ts'
export { type ExplanationReason, explanationReasons } from './identify/explanation.ts'
export { unstored } from './identify/unstored.ts'
export type { VisitorChange } from './identify/visitor-change.ts'
export { mergeReadings } from './merge-readings.ts'
export type { AddressHistory, Derived, Minted, Observations, PageFacts, RequestFacts } from './observations.ts'
export { type Prepared, prepare } from './prepare.ts'
export { reevaluate } from './reevaluate.ts'
export { headlessMarkerRows } from './tables/headless-marker-rows.ts'
export { velocityThresholds } from './tables/velocity-thresholds.ts'
export {
  type CandidateCounts,
  countedCandidates,
  type MetricsByName,
  type VelocityFacts,
} from './velocity/velocity-facts.ts'
export { sentences, words } from './words.ts'
