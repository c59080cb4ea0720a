import { spawnSync } from 'node:child_process'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { currentSignalNames } from '@tracio/contract'
import { signalIds } from '@tracio/contract/wire'
import { type BuildOptions, build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { moduleBuild, scriptBuild } from '../build-options.ts'
import { INTERNAL_NAMES } from '../shrink.ts'

/** 183 signals take that; the module has 210 for loading a script, which is all that it may have. */
const SCRIPT_GZIP_BYTES_MAX = 24_850
const MODULE_GZIP_BYTES_MAX = 25_000

/** Namespaces look like addresses, and are names that nothing is fetched by. */
const NAMESPACES = /http:\/\/www\.w3\.org\//g

interface Bundled {
  readonly text: string
  readonly inputs: string[]
}

/** Bundling takes a second on a busy machine: each kind once. */
const built = new Map<BuildOptions, Promise<Bundled>>()

function bundled(options: BuildOptions): Promise<Bundled> {
  const bundle = built.get(options) ?? make(options)
  built.set(options, bundle)
  return bundle
}

async function make(options: BuildOptions): Promise<Bundled> {
  const { outputFiles, metafile } = await build({ ...options, write: false, metafile: true })
  return { text: outputFiles?.[0]?.text ?? '', inputs: Object.keys(metafile?.inputs ?? {}) }
}

describe.each([
  ['module', moduleBuild, MODULE_GZIP_BYTES_MAX],
  ['script', scriptBuild, SCRIPT_GZIP_BYTES_MAX],
])('the %s bundle', (_name, options, gzipBytesMax) => {
  let text = ''
  let inputs: string[] = []
  beforeAll(async () => {
    ;({ text, inputs } = await bundled(options))
  })

  it('is small', () => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(gzipBytesMax)
  })
  it('writes to the debug console alone and runs no text as code', () => {
    expect(text).not.toMatch(/console\s*[.[]|\beval\s*\(|new Function|debugger/)
    // The log of a page that wants one, and the trap for developer tools.
    expect(text.match(/\bconsole\b/g)).toHaveLength(2)
    expect(text).not.toMatch(/\b(?:log|info|warn|error|trace|dir|table)\??\.?\(["'`]/)
  })
  it('is read alike in every encoding', () => {
    expect(text).not.toMatch(/[^\x20-\x7e\n\t]/)
  })
  it('names no host', () => {
    expect(text.replace(NAMESPACES, '')).not.toMatch(/https?:\/\/[a-z0-9]|["'`]\/\/[a-z]/i)
  })
  it('knows signals by their wire ids, and holds no table of names', () => {
    const keys = new Set([...text.matchAll(/[{,](?:async )?(s\d+)[:(]/g)].map(([, key = '']) => key))
    expect([...keys].sort()).toEqual(currentSignalNames.map((name): string => signalIds[name]).sort())
    expect(text).not.toMatch(/headlessMarkers|mediaDeviceKinds|nativeFunctions|iframeWebdriver|opfsFlush|webglBasics/)
  })
  it('shortens the names of internal properties, and none that others know', () => {
    const names = new Set([...text.matchAll(/[.{,](\w+)(?=[^\w$])/g)].map(([, name = '']) => name))
    expect(INTERNAL_NAMES.filter((name) => names.has(name))).toEqual([])
    const known = ['values', 'gaps', 'differing', 'timings', 'phase', 'tookMs', 'hiddenMs', 'publicKey', 'retryable']
    expect(known.filter((name) => !names.has(name))).toEqual([])
  })
  it('holds of the contract only what the wire needs', () => {
    const contract = inputs.flatMap((input) => /contract\/src\/(.*)$/.exec(input)?.[1] ?? [])
    expect(contract.sort()).toEqual(['envelope.ts', 'gap.ts', 'signal-ids.ts', 'wire.ts'])
    expect(text).not.toContain('Symbol("invalid")')
  })
})

it('the module may be imported where there is no page, and says so when asked', async () => {
  const { text } = await bundled(moduleBuild)
  const program = `${text}
    const tracio = Tracio.init({ publicKey: 'pk_1', linkedId: 'ada' })
    const other = Tracio.init({ publicKey: 'pk_2' })
    for (const call of [tracio.getResult(), other.collect()]) {
      await call.catch((error) => console.log(error.code, isTracioError(error), isRetryableError(error)))
    }`
  // Without the export the names of the bundle are the program's own.
  const named = program.replace(/export\{([^}]*)\};?/, (_all, names: string) =>
    names
      .split(',')
      .map((name) => /^(\S+) as (\S+)$/.exec(name))
      .map((pair) => (pair ? `const ${pair[2]}=${pair[1]};` : ''))
      .join(''),
  )
  const run = spawnSync(process.execPath, ['--input-type=module', '-'], { input: named, encoding: 'utf8' })
  expect([run.stderr, run.stdout]).toEqual(['', 'non_browser true false\nnon_browser true false\n'])
})

it('the script asks to be compiled at once, where browsers look for that', async () => {
  const { text } = await bundled(scriptBuild)
  expect(text.split('\n')[0]).toBe('//# allFunctionsCalledOnLoad')
})

it('the script offers init and the judges of errors', async () => {
  const { text } = await bundled(scriptBuild)
  const world = createContext({})
  runInContext(text, world)
  expect(runInContext('Object.keys(Tracio)', world)).toEqual(['init', 'isTracioError', 'isRetryableError'])
  const judged = `try { Tracio.init() } catch (e) { [e.code, Tracio.isTracioError(e), Tracio.isRetryableError(e)] }`
  expect(runInContext(judged, world)).toEqual(['invalid_config', true, false])
})

it('the script loads where there is nothing but JavaScript', async () => {
  const { text } = await bundled(scriptBuild)
  const world = createContext({})
  runInContext(text, world)
  expect(runInContext('typeof Tracio.init', world)).toBe('function')
})

describe('the script asks', () => {
  /** The first address that the script asks, in a page with this tag. */
  async function firstAsked(init: string, around = (text: string) => text): Promise<string | undefined> {
    const { text } = await bundled(scriptBuild)
    const asked: string[] = []
    const fetch = (url: string): Promise<never> => {
      asked.push(url)
      return Promise.reject(new TypeError('offline'))
    }
    const document = { currentScript: { src: 'https://id.example/t/agent.js?k=pk_7' } }
    const location = { origin: 'https://shop.example' }
    const world = createContext({ document, fetch, URL, location, setTimeout, clearTimeout })
    runInContext(around(text), world)
    await expect(runInContext(`${init}.getResult()`, world)).rejects.toMatchObject({ code: 'network' })
    return asked[0]
  }

  it('the server of its own address, with the key in it', async () => {
    expect(await firstAsked('Tracio.init()')).toBe('https://id.example/t/api/session?k=pk_7')
  })
  it('by the names that its server put around it', async () => {
    const around = (text: string): string => `{const TRACIO_API="/assets/cart";${text}}`
    expect(await firstAsked('Tracio.init()', around)).toBe('https://id.example/t/assets/cart/session?k=pk_7')
  })
  it('the region that the page chooses of those that its server put around it', async () => {
    const around = (text: string): string => `{const TRACIO_REGIONS={"eu":"https://eu.example"};${text}}`
    expect(await firstAsked("Tracio.init({ region: 'eu' })", around)).toBe('https://eu.example/api/session?k=pk_7')
    expect(await firstAsked('Tracio.init()', around)).toBe('https://id.example/t/api/session?k=pk_7')
  })
})
