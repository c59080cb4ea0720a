import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { type MinifyOptions, minify } from 'terser'
import { moduleBuild } from '../packages/agent/build-options.ts'
import { definitionOrder } from '../packages/agent/definition-order.ts'
import { definitionsOf, inertNameOf, orderDefinitions, partsOf } from '../packages/agent/order-definitions.ts'
import { condensed, named, shrink } from '../packages/agent/shrink.ts'

/** Each step takes some 3 ms, and after this many hardly one finds anything. */
const ROUNDS = 3
const STEPS = Number(process.argv[2] ?? 9000)

/** Of the moves, some take a few neighbours along. */
const NEIGHBOURS_MAX = 5
const TOGETHER = 0.3

const HEAD =
  '/** Names of definitions in the order in which the agent’s bundles are smallest, as `scripts/order-agent.ts` found it. */\n'

/** A definition of the bundle: its name, and its text as the bundle has it. */
type Definition = readonly [name: string, text: string]

const bytesOf = (code: string): number => gzipSync(code).length
const among = (count: number): number => Math.floor(Math.random() * count)

/** The bundle as it is before its definitions are ordered. */
async function unordered(options: BuildOptions): Promise<string> {
  const plugins = options.plugins?.filter((plugin) => plugin !== shrink) ?? []
  const { outputFiles } = await build({ ...options, plugins, format: 'esm', write: false })
  return condensed(outputFiles?.[0]?.text ?? '')
}

/** A definition as it stands in the list that the bundle has of them. */
async function listed(definition: string): Promise<string> {
  const options: MinifyOptions = { module: true, compress: false, mangle: false, format: { ascii_only: true } }
  const { code = '' } = await minify(definition, options)
  return code.replace(/^var |;$/g, '')
}

/** Moves definitions for as long as that makes the whole smaller. The names of variables are those of the start. */
async function improved(program: string, order: readonly string[]): Promise<readonly string[]> {
  const definitions = definitionsOf(program, order)
  const texts = await Promise.all(partsOf(await named(definitions.join('\n'), true, true)).map(listed))
  const inert = definitions.flatMap((definition, i): Definition[] => {
    const name = inertNameOf(definition)
    return name ? [[name, texts[i] ?? '']] : []
  })
  const rest = texts.slice(inert.length).join()
  const sizeOf = (all: readonly Definition[]): number => bytesOf(`var ${all.map(([, text]) => text).join()},${rest}`)
  let best = inert
  let bytes = sizeOf(best)
  for (let step = 0; step < STEPS; step++) {
    const tried = [...best]
    const moved = tried.splice(among(tried.length), Math.random() < TOGETHER ? 1 + among(NEIGHBOURS_MAX) : 1)
    tried.splice(among(tried.length + 1), 0, ...moved)
    const size = sizeOf(tried)
    if (size <= bytes) [best, bytes] = [tried, size]
  }
  return best.map(([name]) => name)
}

/** Improves the order that the project has, for the module, which has all that the script has but for its tag. */
async function main(): Promise<void> {
  const program = await unordered(moduleBuild)
  let order = definitionOrder
  for (let round = 0; round < ROUNDS; round++) order = await improved(program, order)
  const rows = order.map((name) => `  '${name}',\n`).join('')
  writeFileSync(
    join(import.meta.dirname, '../packages/agent/definition-order.ts'),
    `${HEAD}export const definitionOrder: readonly string[] = [\n${rows}]\n`,
  )
  const ordered = await named(orderDefinitions(program, order), true)
  console.log(`tracio: the module has ${bytesOf(ordered)} bytes in this order`)
}

await main()
