import { mkdirSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { canLaunch } from '../e2e/browsers/launch.ts'
import type { Engine, Mode } from '../e2e/browsers/test-browser.ts'
import { matrixOf } from '../packages/engine/test/matrix.ts'
import { FIXTURES, readFixtures } from '../packages/engine/test/recorded.ts'
import { record } from './recording/record.ts'
import { allRecordings, fixturePath, recordingsOf } from './recording/recordings.ts'

const USAGE = `usage: npm run record-fixture -- [--browser chromium|firefox|webkit] [--mode headless|headful|private]
                                 [--driven | --undriven]     records what fits
       npm run record-fixture -- --all                       records everything
       npm run record-fixture -- --matrix                    only writes fixtures/matrix.md anew`

const options = {
  browser: { type: 'string' },
  mode: { type: 'string' },
  driven: { type: 'boolean' },
  undriven: { type: 'boolean' },
  all: { type: 'boolean' },
  matrix: { type: 'boolean' },
} as const

/** Records what the arguments ask for, then the matrix. Answers the exit code. */
async function main(): Promise<number> {
  const asked = parseArgs({ options }).values
  const { browser, mode, driven, undriven } = asked
  const recordings = recordingsOf({
    // Whatever else is said here fits no recording, and the usage is shown.
    ...(browser === undefined ? {} : { engine: browser as Engine }),
    ...(mode === undefined ? {} : { mode: mode as Mode }),
    ...(driven ? { driven: true } : undriven ? { driven: false } : {}),
  })
  const wanted = asked.all ? allRecordings : Object.keys(asked).length === 0 || asked.matrix ? [] : recordings
  if (wanted.length === 0 && !asked.matrix) {
    console.error(USAGE)
    return 2
  }
  let missing = 0
  for (const recording of wanted) {
    if (!canLaunch(recording.engine, recording.mode)) {
      console.error(`left out, not installed: ${recording.engine} ${recording.mode}`)
      missing++
      continue
    }
    const recorded = await record(recording)
    const path = fixturePath(recording, recorded.browser.version, platform())
    mkdirSync(dirname(join(FIXTURES, path)), { recursive: true })
    writeFileSync(join(FIXTURES, path), `${JSON.stringify(recorded, null, 2)}\n`)
    console.log(`fixtures/${path}`)
  }
  writeFileSync(join(FIXTURES, 'matrix.md'), matrixOf(readFixtures()))
  console.log('fixtures/matrix.md')
  return missing > 0 ? 1 : 0
}

process.exitCode = await main().catch((error: unknown) => {
  // A wrong option is the caller's; anything else is ours and keeps its stack.
  if (!(error instanceof TypeError && 'code' in error)) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  return 2
})
