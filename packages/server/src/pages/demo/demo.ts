/** The demo page: asks the agent who this browser is, and shows what the server answered. */
import type { DemoAnswer } from './demo-answer.ts'
import { byId } from './elements.ts'
import { showBot, showCurl, showExplanation, showRisk, showSignals, showVisit } from './show.ts'
import { showNetwork } from './show-network.ts'

const status = byId('status')
const again = byId<HTMLButtonElement>('again')
const forget = byId<HTMLButtonElement>('forget')

/** Who looks at the demo wants to see everything, also on a slow machine, and waits for it. */
const BUDGET_MS = 2000

/** One visit: a new agent each time, because an agent keeps its answer for life. */
async function visit(): Promise<void> {
  say('Reading this browser …')
  const startedAt = performance.now()
  const tracio = window.Tracio.init({ budgetMs: BUDGET_MS })
  try {
    show(await tracio.getResult({ extendedResult: true }))
  } finally {
    tracio.destroy()
  }
  say(`Read and identified in ${Math.round(performance.now() - startedAt)} ms.`)
}

function show(answer: DemoAnswer): void {
  showVisit(answer)
  showBot(answer)
  showExplanation(answer)
  showRisk(answer)
  showNetwork(answer)
  showCurl(answer)
  showSignals(answer)
  byId('result').hidden = false
}

async function forgetMe(): Promise<void> {
  const response = await fetch('/demo/forget', { method: 'POST' })
  const body = await response.json()
  if (!response.ok) throw new Error(body.error.message)
  byId('result').hidden = true
  say(`Forgotten: visitor ${body.data.visitorId} and every event of it are erased, and the cookie is gone.`)
  forget.disabled = true
}

function say(text: string, failed = false): void {
  status.textContent = text
  status.classList.toggle('failed', failed)
}

/** Runs an action with the buttons off, and says what went wrong. */
async function act(action: () => Promise<void>): Promise<void> {
  again.disabled = true
  forget.disabled = true
  try {
    await action()
    forget.disabled = byId('result').hidden !== false
  } catch (error) {
    say(`That did not work: ${error instanceof Error ? error.message : String(error)}`, true)
    forget.disabled = false
  } finally {
    again.disabled = false
  }
}

again.addEventListener('click', () => void act(visit))
forget.addEventListener('click', () => void act(forgetMe))
void act(visit)
