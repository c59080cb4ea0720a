import { createContext, runInContext, Script } from 'node:vm'
import { definitionOrder } from './definition-order.ts'

/** Where a definition begins in a program with an indentation: at lines that go on with none, and close nothing. */
const BEGINNING = /\n(?=[^\s})\]])/

/** A function as a statement: perhaps async, its name and its parameters. */
const FUNCTION = /^(async )?function (\w+)\((.*)\) \{/

/** A definition of a variable, and its name. */
const VARIABLE = /^var (\w+) = /

/** Where the next variable of the same statement may begin. */
const NEXT = /, (?=\w+ = )/g

/** A world with JavaScript alone. */
const nowhere = createContext({})

/** A program with an indentation as its definitions and statements. */
export const partsOf = (program: string): readonly string[] => program.split(BEGINNING)

/** The definitions of a program as texts: first those that may stand anywhere, in the given order, then the others. */
export function definitionsOf(program: string, order: readonly string[] = definitionOrder): readonly string[] {
  const ranks = new Map(order.map((name, rank) => [name, rank]))
  const definitions = partsOf(program)
    .map(asArrow)
    .flatMap(apart)
    .map((text) => ({ text, name: inertNameOf(text) }))
  const rankOf = (name = ''): number => ranks.get(name) ?? order.length
  const inert = definitions.filter(({ name }) => name)
  return [...inert.sort((a, b) => rankOf(a.name) - rankOf(b.name)), ...definitions.filter(({ name }) => !name)].map(
    ({ text }) => text,
  )
}

/**
 * The same program, in which what is alike stands together: gzip finds what is near in fewer bits. 2 % of the agent's bytes,
 * November 2026. Takes a bundle that Terser has written with an indentation; none of its functions knows `this`.
 */
export const orderDefinitions = (program: string, order?: readonly string[]): string =>
  definitionsOf(program, order).join('\n')

/**
 * The name of a definition that may stand anywhere: it needs no other one, since it can be made where there is none, and looks
 * at nothing of the page.
 */
export function inertNameOf(definition: string): string | undefined {
  const [, name] = VARIABLE.exec(definition) ?? []
  return name && !definition.includes('globalThis') && isMadeAlone(definition) ? name : undefined
}

const isMadeAlone = (definition: string): boolean =>
  works(() => runInContext(`"use strict";(() => {${definition}\n})()`, nowhere))

/** The variables of one statement in a statement each. Parted anywhere else, a program is none on one side. */
function apart(definition: string): readonly string[] {
  if (!VARIABLE.test(definition)) return [definition]
  for (const { index } of definition.matchAll(NEXT)) {
    const [first, others] = [`${definition.slice(0, index)};`, `var ${definition.slice(index + 2)}`]
    if (works(() => [new Script(first), new Script(others)])) return [first, ...apart(others)]
  }
  return [definition]
}

function works(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}

/** Statements between definitions would part their list, of which the whole bundle has one. */
const asArrow = (definition: string): string =>
  definition.replace(FUNCTION, (_all, async = '', name: string, parameters: string) => {
    return `var ${name} = ${async}(${parameters}) => {`
  })
