import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { moduleBuild, scriptBuild } from '../build-options.ts'

/** For 65 signals; it grows with the sources, up to 25,000 for the whole catalogue. */
const SCRIPT_GZIP_BYTES_MAX = 17_500

/** A namespace looks like an address, and is a name that nothing is fetched by. */
const NAMESPACE = 'http://www.w3.org/1998/Math/MathML'

async function bundled(options: BuildOptions): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({ ...options, write: false, metafile: true })
  return { text: outputFiles?.[0]?.text ?? '', inputs: Object.keys(metafile?.inputs ?? {}) }
}

describe.each([
  ['module', moduleBuild],
  ['script', scriptBuild],
])('the %s bundle', (_name, options) => {
  let text = ''
  let inputs: string[] = []
  beforeAll(async () => {
    ;({ text, inputs } = await bundled(options))
  })

  it('is small', () => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(SCRIPT_GZIP_BYTES_MAX)
  })
  it('writes nothing to the console and runs no text as code', () => {
    expect(text).not.toMatch(/console\s*[.[]|\beval\s*\(|new Function|debugger/)
  })
  it('names no host', () => {
    expect(text.replace(NAMESPACE, '')).not.toMatch(/https?:\/\/[a-z0-9]|["'`]\/\/[a-z]/i)
  })
  it('holds of the contract only what the wire needs', () => {
    const contract = inputs.flatMap((input) => /contract\/src\/(.*)$/.exec(input)?.[1] ?? [])
    expect(contract.sort()).toEqual(['envelope.ts', 'gap.ts', 'signal-ids.ts', 'wire.ts'])
    expect(text).not.toContain('Symbol("invalid")')
  })
})

it('the script loads where there is nothing but JavaScript', async () => {
  const { text } = await bundled(scriptBuild)
  const world = createContext({})
  runInContext(text, world)
  expect(runInContext('typeof Tracio.init', world)).toBe('function')
})

it('the script takes key and server from its own address', async () => {
  const { text } = await bundled(scriptBuild)
  const asked: string[] = []
  const fetch = (url: string): Promise<never> => {
    asked.push(url)
    return Promise.reject(new TypeError('offline'))
  }
  const document = { currentScript: { src: 'https://id.example/t/agent.js?k=pk_7' } }
  const world = createContext({
    document,
    fetch,
    URL,
    location: { origin: 'https://shop.example' },
    setTimeout,
    clearTimeout,
  })
  runInContext(text, world)
  await expect(runInContext('Tracio.init().getResult()', world)).rejects.toMatchObject({ code: 'network' })
  expect(asked).toEqual(['https://id.example/t/api/session?k=pk_7'])
})
