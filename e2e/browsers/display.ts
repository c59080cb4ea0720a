import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { programPath } from './program-path.ts'

/** A screen that nobody looks at. */
export interface Display {
  /** As DISPLAY wants it, such as `:99`. */
  readonly name: string
  close(): Promise<void>
}

/** What half of all desktop visitors have, or a multiple of it. Chosen by hand, November 2026. */
const SCREEN = '1920x1080x24'

/** An X server that has no display by then has failed; it takes some 100 ms. */
const START_MS_MAX = 10_000

/** Starts an X server without a screen, on the first display number that is free. */
export async function startDisplay(): Promise<Display> {
  // The server writes the number it took to the descriptor we name, here the fourth of the child's.
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']
  const child = spawn(programPath('xvfb'), args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const number = await new Promise<string>((resolve, reject) => {
    let text = ''
    const fail = (why: string) => reject(new Error(`Xvfb ${why}: ${complaints}`))
    const timer = setTimeout(() => fail('has no display'), START_MS_MAX)
    child.once('error', reject)
    child.once('exit', () => fail('ended'))
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.trim())
    })
  })
  return {
    name: `:${number}`,
    close: async () => {
      child.kill()
      await ended
    },
  }
}
