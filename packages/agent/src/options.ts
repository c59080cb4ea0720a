import type { Family } from './chosen.ts'
import { apiPathFrom, type EndpointOptions, endpointFrom } from './endpoint.ts'
import { invalid } from './errors.ts'
import type { Global } from './global.ts'
import { type GivenLabels, type LabelOptions, type Labels, labelsFrom } from './labels.ts'

/** What `Tracio.init` takes. */
export interface TracioOptions extends EndpointOptions, LabelOptions {
  /** The site's key. */
  readonly publicKey: string
  /**
   * Loads the agent from this address instead of using the one that is bundled with the page, so that it can be updated in
   * one place. Only for the module: a script tag is such a script itself.
   */
  readonly scriptUrl?: string | undefined
  /** Writes what the agent does to the console's debug channel. */
  readonly debug?: boolean | undefined
  /** How long a call may take altogether. 15,000 by default, also for values that make no sense. */
  readonly timeoutMs?: number | undefined
  /**
   * How long reading may begin with something new, in milliseconds. 300 by default, also for values that make no sense. A call
   * leaves with what it has 200 ms after that; what comes later follows in the late wave.
   */
  readonly budgetMs?: number | undefined
  /**
   * When the late wave leaves a page that nobody hides or leaves, in milliseconds after the result. 10,000 by default, also for
   * values that make no sense; at most 12 hours.
   */
  readonly lateAfterMs?: number | undefined
  /** Families of signals that are not read, such as `behaviour`. */
  readonly without?: readonly Family[] | undefined
  /** False: reads and sends nothing until `tracio.consent(true)`. */
  readonly consent?: boolean | undefined
}

/** What one call may ask for, and say in place of what `init` said. */
export interface CallOptions extends LabelOptions {
  /** Also the products, as far as the public key may see them. */
  readonly extendedResult?: boolean | undefined
}

/** Options as a page gives them, of which nothing is believed. */
export type GivenOptions = Partial<Omit<TracioOptions, 'fields' | 'publicKey'>> &
  GivenLabels & { readonly publicKey?: string | undefined }

/** Options after checking, with their defaults. */
export interface Settings {
  readonly publicKey: string
  /** Absolute and without trailing slash; empty where there is no page. */
  readonly endpoint: string
  /** Without trailing slash; `/api` unless the operator chose another. */
  readonly apiPath: string
  readonly timeoutMs: number
  readonly budgetMs: number
  readonly lateAfterMs: number
  /** Not looked at yet: the agent that reads knows its families. */
  readonly without: unknown
  readonly consent: boolean
  readonly labels: Labels
}

const TIMEOUT_MS_DEFAULT = 15_000
const BUDGET_MS_DEFAULT = 300
const LATE_AFTER_MS_DEFAULT = 10_000

/** The server takes a late payload for 24 hours; the rest is for machines that sleep meanwhile. */
const LATE_AFTER_MS_MAX = 12 * 3_600_000

/** The public key of the options, or the one that the script tag knows. */
export function publicKeyFrom({ publicKey }: GivenOptions, atHome: GivenOptions): string {
  const key: unknown = publicKey || atHome.publicKey
  if (typeof key !== 'string' || !key) throw invalid('publicKey is missing')
  return key
}

/** Checks options. `atHome` are those that the script tag knows, which the page's own go before. */
export function settingsFrom(options: GivenOptions, atHome: GivenOptions, g: Global): Settings {
  const { scriptUrl, consent } = options
  if (scriptUrl !== undefined && (typeof scriptUrl !== 'string' || !scriptUrl)) {
    throw invalid('scriptUrl must be an address')
  }
  return {
    publicKey: publicKeyFrom(options, atHome),
    // A script that is loaded knows better where its own server is, and which regions there are.
    endpoint: scriptUrl ? '' : endpointFrom(options, atHome, g),
    apiPath: apiPathFrom(options.apiPath ?? atHome.apiPath),
    timeoutMs: duration(options.timeoutMs, TIMEOUT_MS_DEFAULT),
    budgetMs: duration(options.budgetMs, BUDGET_MS_DEFAULT),
    lateAfterMs: Math.min(duration(options.lateAfterMs, LATE_AFTER_MS_DEFAULT), LATE_AFTER_MS_MAX),
    without: options.without,
    consent: consent === undefined || consent === true,
    labels: labelsFrom({ ...atHome, ...options }),
  }
}

const duration = (given: unknown, otherwiseMs: number): number => (isDuration(given) ? given : otherwiseMs)

/** A time that a call can take. */
export const isDuration = (ms: unknown): ms is number => Number.isFinite(ms) && Number(ms) > 0
