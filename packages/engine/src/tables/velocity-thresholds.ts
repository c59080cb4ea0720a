/** One threshold: a count of the visitor that no ordinary browsing reaches. */
export interface VelocityThreshold {
  readonly reason: string
  readonly metric: string
  readonly interval: string
  /** Suspicious from this count on. */
  readonly from: number
  /** 0 to 1: how strongly this alone speaks. */
  readonly strength: number
  /** Whether the count can always be had: without one that cannot, the detector still answers. */
  readonly always: boolean
  readonly sentence: string
}

/**
 * Thresholds: the product's own table, November 2026. It has none for the shortest window, and none for addresses, which
 * a whole office or a mobile carrier shares.
 *
 * Strengths: two countries within an hour cannot be travelled; several addresses within an hour are also what a phone on
 * a train has. Chosen by hand, November 2026; revisit with the corpus.
 */
export const velocityThresholds = [
  {
    reason: 'distinct_ip_in_hour',
    metric: 'distinctIp',
    interval: '1h',
    from: 3,
    strength: 0.5,
    always: true,
    sentence: 'The visitor came from several addresses within an hour.',
  },
  {
    reason: 'distinct_ip_in_day',
    metric: 'distinctIp',
    interval: '24h',
    from: 8,
    strength: 0.6,
    always: true,
    sentence: 'The visitor came from many addresses within a day.',
  },
  {
    reason: 'distinct_country_in_hour',
    metric: 'distinctCountry',
    interval: '1h',
    from: 2,
    strength: 0.9,
    always: false,
    sentence: 'The visitor was in two countries within an hour, faster than anybody travels.',
  },
  {
    reason: 'events_in_hour',
    metric: 'events',
    interval: '1h',
    from: 50,
    strength: 0.7,
    always: true,
    sentence: 'The visitor was identified more often within an hour than a person is.',
  },
  {
    reason: 'events_in_day',
    metric: 'events',
    interval: '24h',
    from: 200,
    strength: 0.7,
    always: true,
    sentence: 'The visitor was identified more often within a day than a person is.',
  },
] as const satisfies readonly VelocityThreshold[]
