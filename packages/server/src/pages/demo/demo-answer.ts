import type { ClientView } from '@tracio/contract'

/** What the agent hands the demo page: the demo key is answered in full. The agent reshapes `bot`. */
export type DemoAnswer = Omit<ClientView, 'bot'>

declare global {
  interface Window {
    /** Installed by `/agent.js`. */
    readonly Tracio: {
      init(options: { budgetMs: number }): {
        getResult(options: { extendedResult: boolean }): Promise<DemoAnswer>
        destroy(): void
      }
    }
  }
}
