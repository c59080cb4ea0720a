import { definitionOrder } from './definition-order.ts'

/** Where a definition begins in a program with an indentation: at lines that go on with none, and close nothing. */
const BEGINNING = /\n(?=[^\s})\]])/

/** A function as a statement: perhaps async, its name and its parameters. */
const FUNCTION = /^(async )?function (\w+)\((.*)\) \{/

/** What runs nothing when it is defined, and may be defined at any time: arrow functions, texts, regular expressions. */
const INERT = /^var (\w+) = (?:(?:async )?(?:\([^()]*\)|\w+) =>|"[^"]*";\s*$|\/.*\/\w*;\s*$)/

/** A program with an indentation as its definitions and statements. */
export const partsOf = (program: string): readonly string[] => program.split(BEGINNING)

/** The definitions of a program as texts: first those that may stand anywhere, in the given order, then the others. */
export function definitionsOf(program: string, order: readonly string[] = definitionOrder): readonly string[] {
  const ranks = new Map(order.map((name, rank) => [name, rank]))
  const rankOf = (definition: string): number => ranks.get(inertNameOf(definition) ?? '') ?? order.length
  const definitions = partsOf(program).map(asArrow)
  const inert = definitions.filter((definition) => INERT.test(definition))
  return [...inert.sort((a, b) => rankOf(a) - rankOf(b)), ...definitions.filter((one) => !INERT.test(one))]
}

/**
 * The same program, in which what is alike stands together: gzip finds what is near in fewer bits. 2 % of the agent's bytes,
 * November 2026. Takes a bundle that Terser has written with an indentation; none of its functions knows `this`.
 */
export const orderDefinitions = (program: string, order?: readonly string[]): string =>
  definitionsOf(program, order).join('\n')

/** The name of a definition that may stand anywhere. */
export const inertNameOf = (definition: string): string | undefined => INERT.exec(definition)?.[1]

/** Statements between definitions would part their list, of which the whole bundle has one. */
const asArrow = (definition: string): string =>
  definition.replace(FUNCTION, (_all, async = '', name: string, parameters: string) => {
    return `var ${name} = ${async}(${parameters}) => {`
  })
