import { currentSignalNames, type SignalName, signals } from '@tracio/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

/** One signal of an answer, as far as it is looked at here. */
interface SeenSignal {
  readonly name: SignalName
  readonly tier: string
  readonly value?: unknown
  readonly gap?: string
}

/** The browsers to ask, and how many signals each must have a value for. */
const browsers: readonly { readonly name: string; readonly valuesMin: number; launch(): Promise<Browser> }[] = [
  { name: 'Chromium', valuesMin: 92, launch: () => launchChromium() },
]

/** What a source says when it, and not the browser, is at fault. */
const FAULTS = ['error', 'invalid', 'timeout', 'skipped']

/** It is not in the answer to the primary wave. */
const isLate = (name: SignalName): boolean => 'wave' in signals[name]

describe.each(browsers)('the signals of $name', ({ launch, valuesMin }) => {
  let tracio: TracioServer
  let browser: Browser
  let complaints: string[]
  let frames: number
  let first: readonly SeenSignal[]
  let second: readonly SeenSignal[]

  /** What the demo page read, which is shown everything. */
  async function read(): Promise<readonly SeenSignal[]> {
    const page = await browser.newPage()
    // Nobody is shown the level `debug` who did not ask for it; the trap for developer tools speaks there.
    page.on('console', (message) => message.type() !== 'debug' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const [response] = await Promise.all([
      page.waitForResponse((candidate) => candidate.url().endsWith('/api/identify')),
      page.goto(`${tracio.url}/demo`),
    ])
    const body: { readonly signals: readonly SeenSignal[] } = await response.json()
    frames += await page.locator('iframe').count()
    await page.close()
    return body.signals
  }

  beforeAll(async () => {
    tracio = await startTracio()
    browser = await launch()
    complaints = []
    frames = 0
    first = await read()
    second = await read()
  })
  afterAll(async () => {
    await browser.close()
    await tracio.dispose()
  })

  it('are all there, each a value or a gap that the browser answers for', () => {
    expect(first.map(({ name }) => name)).toEqual(currentSignalNames)
    const faulty = [...first, ...second].filter(
      ({ gap, name }) => gap !== undefined && FAULTS.includes(gap) && !isLate(name),
    )
    expect(faulty).toEqual([])
    expect(first.filter((signal) => 'value' in signal).length).toBeGreaterThanOrEqual(valuesMin)
  })

  it('are the same on the next load, unless the catalogue says that they do not last', () => {
    const lasting = ({ tier }: SeenSignal): boolean => tier === 'frozen' || tier === 'semi'
    const told = ({ name, value, gap }: SeenSignal) => ({ name, value, gap })
    expect(second.filter(lasting).map(told)).toEqual(first.filter(lasting).map(told))
  })

  it('count the driver, which listens to the console, as somebody who looks', () => {
    expect(first.find(({ name }) => name === 'devtoolsTrap')).toMatchObject({ value: 2 })
  })

  it('are read in silence, and leave no frame behind', () => {
    expect(complaints).toEqual([])
    expect(frames).toBe(0)
  })
})
