/** An entry of package-lock.json, as far as it says what else has to be there. */
export interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * What the locked packages ask for and the lockfile does not have, as `who → what`. `npm ci` refuses such a lockfile
 * wherever nothing is cached yet. It comes about when a registry lacks the binary of a platform: npm then leaves the
 * optional package out without a word.
 */
export function notLocked(packages: Readonly<Record<string, LockEntry>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesToLook(path).some((place) => `${place}node_modules/${name}` in packages))
      .map((name) => `${path} → ${name}`),
  )
}

/** Node's own way up: inside the package, then beside it, then beside what it lies in, up to the root. */
function placesToLook(path: string): readonly string[] {
  const outer = path.lastIndexOf('node_modules/')
  const own = path === '' ? [] : [`${path}/`]
  if (outer < 0) return [...own, '']
  return [...own, ...placesToLook(path.slice(0, outer).replace(/\/$/, ''))]
}
