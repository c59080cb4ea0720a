/** The manual's pages in reading order: file name under `docs/` without `.md`, and its title in the margin. */
export const contents = [
  ['index', 'Overview'],
  ['quick-start', 'Quick start'],
  ['how-it-works', 'How it works'],
  ['agent', 'Agent'],
  ['identify', 'Sessions, payloads, cookies'],
  ['api', 'Server API'],
  ['errors', 'Errors'],
  ['signals', 'Signals'],
  ['detectors', 'Detectors and reasons'],
  ['velocity', 'Velocity'],
  ['configuration', 'Configuration'],
  ['cli', 'Command line'],
  ['operation', 'Operation'],
  ['data', 'Data and storage'],
  ['testing', 'Testing an integration'],
  ['dependencies', 'Dependencies'],
] as const
