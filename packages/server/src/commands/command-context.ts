import type { EpochMs } from '@tracio/contract'
import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

/** What every command needs; `cli.ts` builds it. */
export interface CommandContext {
  readonly terminal: Terminal
  /** Reads the settings. Throws a `ConfigError`; help and usage mistakes are answered without any. */
  readonly config: () => Config
  readonly now: () => EpochMs
}
