import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Global set-up of Vitest: all tests of a run have one folder for temporary files, which goes with what they left in it. */
export function setup(): () => void {
  const before = process.env['TMPDIR']
  const directory = mkdtempSync(join(tmpdir(), 'tracio-test-'))
  process.env['TMPDIR'] = directory
  return () => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(directory, { recursive: true, force: true })
  }
}
