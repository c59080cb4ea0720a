import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { definitionsOf, orderDefinitions } from './order-definitions.ts'

const program = `function twice(x) {
    return 2 * x;
}

var table = {
    four: twice(2)
};

var word = "four";

async function later(x) {
    return table[x];
}

var mark = /o/g;

answer = [ table[word], word.replace(mark, "0"), later(word) instanceof Promise ];`

it('puts what runs nothing first, in the order that was learned, and keeps that of all else', () => {
  const names = definitionsOf(program, ['mark', 'later']).map((text) => /\w+(?= =)/.exec(text)?.[0])
  expect(names).toEqual(['mark', 'later', 'twice', 'word', 'table', 'answer'])
})

it('changes nothing in what a program does', () => {
  const world: { answer?: unknown } = {}
  runInNewContext(orderDefinitions(program, ['word', 'mark', 'gone', 'later']), world)
  expect(world.answer).toEqual([4, 'f0ur', true])
})
