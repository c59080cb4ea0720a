import type { FeedProblem, FeedProblemCode } from './feed-problem.ts'

/** A fetch that gave nothing. The message is a sentence for the operator. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed'
  readonly problem: FeedProblem
  /** How long the source wants to be left alone; null: it does not say. */
  readonly retryAfterMs: number | null

  constructor(code: FeedProblemCode, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.problem = { code, message }
    this.retryAfterMs = retryAfterMs
  }
}
