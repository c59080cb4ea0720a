import { findProgram, type ProgramName, programs } from '../../scripts/testing/programs.ts'

/** Where a program is. Throws where it is not: tests that may lack it ask `hasProgram` first. */
export function programPath(name: ProgramName): string {
  const found = findProgram(programs[name], process.env)
  if (found === undefined) throw new Error(`There is no ${programs[name].title}. "npm test" says how to get it.`)
  return found
}

/** Whether all of the programs are on this machine. */
export const hasPrograms = (...names: readonly ProgramName[]): boolean =>
  names.every((name) => findProgram(programs[name], process.env) !== undefined)
