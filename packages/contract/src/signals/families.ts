/** Families of signals: the short name, by which options switch a family off, and the catalogue's own. */
export const families = {
  canvas: 'canvas and GPU',
  audio: 'audio',
  fonts: 'fonts and rendering',
  platform: 'navigator and platform',
  screen: 'screen and window',
  time: 'time and locale',
  storage: 'storage',
  css: 'CSS and media',
  engine: 'maths, JS engine, architecture',
  network: 'network and WebRTC',
  bot: 'bot',
  tampering: 'tampering',
  privacy: 'privacy and noise',
  environment: 'environment',
  behaviour: 'behaviour',
} as const
