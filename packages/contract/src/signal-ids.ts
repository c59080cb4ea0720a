/**
 * Wire ids by signal name. Ids are never reused and never renumbered, because stored events and agents in the wild
 * speak them. s9, s17, s20, s21, s58, s97, s300 and s301 are the numbers by which the product has always known
 * these signals; the others are our own.
 */
export const signalIds = {
  userAgent: 's1',
  languages: 's2',
  platform: 's3',
  screen: 's4',
  pixelRatio: 's5',
  touch: 's6',
  cores: 's7',
  memoryGib: 's8',
  timezone: 's9',
  colorGamut: 's10',
  storage: 's11',
  plugins: 's12',
  math: 's13',
  vendor: 's14',
  productSub: 's15',
  architecture: 's16',
  canvas: 's17',
  webglBasics: 's18',
  webglParameters: 's19',
  fonts: 's20',
  audio: 's21',
  clientHints: 's58',
  headlessMarkers: 's97',
  webdriver: 's300',
  evalLength: 's301',
} as const

/** A signal's name in code. */
export type SignalName = keyof typeof signalIds
