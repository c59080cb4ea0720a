import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { cliFlags } from '../../test/run-cli.ts'

it('says in JSON where it listens and what the first start made, and ends well when it is told to stop', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tracio-serve-'))
  const env = {
    TRACIO_DATA_DIR: dataDir,
    TRACIO_PORT: '0',
    TRACIO_DEMO: 'off',
    TRACIO_FEEDS: 'off',
    TRACIO_NETWORKS: 'off',
    TRACIO_GEO_DEFAULT: 'off',
  }
  const server = spawn(process.execPath, [...cliFlags, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [line] = await once(createInterface({ input: server.stdout }), 'line')
    const { url, first } = JSON.parse(line)
    expect(first).toMatchObject({ publicKey: expect.stringMatching(/^tracio_pk_/) })
    expect((await fetch(`${url}/health`)).status).toBe(200)
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
  } finally {
    server.kill('SIGKILL')
  }
})
