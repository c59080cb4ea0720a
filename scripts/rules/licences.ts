/** Licences that ask for no more than a notice. */
const FREE: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
])

/** Whether an SPDX expression lets us ship a package as part of an MIT project: of `OR` one side is enough. */
export function isFree(licence: string): boolean {
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => FREE.has(part.trim())))
}

export interface DocumentedDependency {
  readonly name: string
  readonly licence: string
  readonly purpose: string
  readonly reason: string
}

/** The rows of the tables in docs/dependencies.md: those whose first cell is a package name in code. */
export function documentedDependencies(markdown: string): readonly DocumentedDependency[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, name = '', licence = '', purpose = '', reason = '']) => ({
      name,
      licence: licence.trim(),
      purpose: purpose.trim(),
      reason: reason.trim(),
    }),
  )
}

export interface Manifest {
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Everything that package files ask for by name, without our own workspace packages. */
export function directDependencies(manifests: readonly Manifest[]): readonly string[] {
  const names = manifests.flatMap(({ dependencies, devDependencies, optionalDependencies, peerDependencies }) =>
    [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap((list) => Object.keys(list ?? {})),
  )
  return [...new Set(names)].filter((name) => !name.startsWith('@tracio/')).sort()
}

export interface LockedPackage {
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
}

/** The packages of a lockfile that a production installation may hold, by path. */
export function shippedPackages(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && dev !== true && link !== true)
    .map(([path]) => path)
}
