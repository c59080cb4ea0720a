import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { definitionsOf, inertNameOf, orderDefinitions } from '../order-definitions.ts'

const program = `function twice(x) {
    return 2 * x;
}

var table = {
    four: twice(2)
};

var word = "four, word = 5", half = x => {
    let y = 2, z = x;
    return z / y;
}, list = [ half ];

async function later(x) {
    return table[x];
}

var mark = /o/g;

answer = [ table[word.slice(0, 4)], list[0](4), word.replace(mark, "0"), later("four") instanceof Promise ];`

it('puts what can be made alone first, in the order that was learned, and keeps that of all else', () => {
  const names = definitionsOf(program, ['mark', 'later']).map((text) => /\w+(?= =)/.exec(text)?.[0])
  expect(names).toEqual(['mark', 'later', 'twice', 'word', 'half', 'table', 'list', 'answer'])
})

it('changes nothing in what a program does', () => {
  const world: { answer?: unknown } = {}
  runInNewContext(orderDefinitions(program, ['half', 'word', 'mark', 'gone', 'later']), world)
  expect(world.answer).toEqual([4, 2, 'f0ur, w0rd = 5', true])
})

it.each([
  ['a list of literals', 'var a = [ 1, "b", { c: /d/ } ];', 'a'],
  ['a table of functions', 'var a = { b: () => c(), d() { return e } };', 'a'],
  ['what JavaScript offers', 'var a = new WeakMap;', 'a'],
  ['a call of another one', 'var a = b();', undefined],
  ['a copy of another one', 'var a = { ...b };', undefined],
  ['a look at the page', 'var a = globalThis.document;', undefined],
  ['what is no definition', 'a();', undefined],
])('knows whether it may stand anywhere: %s', (_name, definition, name) => {
  expect(inertNameOf(definition)).toBe(name)
})
