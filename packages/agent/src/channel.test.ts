import { beforeEach, expect, it } from 'vitest'
import { type Channel, createChannel } from './channel.ts'

let reported: unknown[]
let channel: Channel<string>
beforeEach(() => {
  reported = []
  channel = createChannel((error) => reported.push(error))
})

const microtasks = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

it('tells everybody, and nobody before the next microtask', async () => {
  const heard: string[] = []
  channel.listen((news) => heard.push(`a ${news}`))
  channel.listen((news) => heard.push(`b ${news}`))
  channel.tell('one')
  expect(heard).toEqual([])
  await microtasks()
  expect(heard).toEqual(['a one', 'b one'])
})

it('tells the latest to those who come late, not at once', async () => {
  const heard: string[] = []
  channel.tell('one')
  channel.tell('two')
  channel.listen((news) => heard.push(news))
  expect(heard).toEqual([])
  await microtasks()
  expect(heard).toEqual(['two'])
})

it('tells nothing that was forgotten', async () => {
  const heard: string[] = []
  channel.tell('one')
  channel.forget()
  channel.listen((news) => heard.push(news))
  await microtasks()
  expect(heard).toEqual([])
})

it('lets one that throws harm nobody but itself', async () => {
  const heard: string[] = []
  const broken = new Error('broken')
  channel.listen(() => {
    throw broken
  })
  channel.listen((news) => heard.push(news))
  channel.tell('one')
  await microtasks()
  expect([heard, reported]).toEqual([['one'], [broken]])
})

it('tells nothing to those who left, not even what was on its way', async () => {
  const heard: string[] = []
  const leave = channel.listen((news) => heard.push(news))
  channel.tell('one')
  leave()
  await microtasks()
  channel.tell('two')
  await microtasks()
  expect(heard).toEqual([])
})

it('calls a function twice that listens twice, and once when one of them ends', async () => {
  const heard: string[] = []
  const listener = (news: string): void => void heard.push(news)
  const leave = channel.listen(listener)
  channel.listen(listener)
  channel.tell('one')
  await microtasks()
  leave()
  channel.tell('two')
  await microtasks()
  expect(heard).toEqual(['one', 'one', 'two'])
})
