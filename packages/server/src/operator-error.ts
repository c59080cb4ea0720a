/** What a command can end with, beside the success: the exit codes are documented and never change. */
export const exitCodes = {
  fine: 0,
  /** Something did not work; what and why is on standard error. */
  failed: 1,
  /** The command line or the settings are wrong. */
  usage: 2,
  /** What was named does not exist. */
  notFound: 3,
  /** The doctor found problems. */
  problems: 4,
} as const

/** How a command can fail. */
export type Failure = Exclude<keyof typeof exitCodes, 'fine'>

/** What an operator can mend: the message is all they need, and ends a command without a stack trace. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly failure: Failure

  /** The message says in a sentence what is wrong and what to do. */
  constructor(message: string, failure: Failure = 'failed') {
    super(message)
    this.failure = failure
  }
}
