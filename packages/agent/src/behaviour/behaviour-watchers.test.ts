import { signals } from '@tracio/contract'
import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { behaviourWatchers } from './behaviour-watchers.ts'

/** A window with real events, of which scripts can make untrusted ones alone. */
const aWindow = (): Global & EventTarget => new EventTarget()

const names = Object.keys(behaviourWatchers) as (keyof typeof behaviourWatchers)[]
const start = (g: Global) => names.map((name) => ({ name, ...behaviourWatchers[name](g) }))

it('gives of every signal what the server decodes', () => {
  const g = aWindow()
  const watching = start(g)
  g.dispatchEvent(new Event('click'))
  const refused = watching.filter(({ name, read }) => {
    const sample = read()
    return !('value' in sample) || typeof signals[name].decode(sample.value) === 'symbol'
  })
  expect(refused.map(({ name }) => name)).toEqual([])
})

it('knows the catalogue’s family to the last', () => {
  const family = Object.entries(signals).filter(([, { family }]) => family === 'behaviour')
  expect(family.map(([name]) => name).sort()).toEqual([...names].sort())
})

it('hears until it is stopped, and keeps what it heard', () => {
  const g = aWindow()
  const [counts] = [behaviourWatchers.syntheticEvents(g)]
  g.dispatchEvent(new Event('click'))
  const first = counts.read()
  counts.stop()
  g.dispatchEvent(new Event('click'))
  expect([first, counts.read()]).toEqual([{ value: { click: 1 } }, { value: { click: 1 } }])
})

it('begins anew after a stop', () => {
  const g = aWindow()
  behaviourWatchers.syntheticEvents(g).stop()
  const again = behaviourWatchers.syntheticEvents(g)
  g.dispatchEvent(new Event('wheel'))
  expect(again.read()).toEqual({ value: { wheel: 1 } })
})

it('says that there is nothing to hear where there is nothing', () => {
  expect(start({}).map(({ read }) => read())).toEqual(names.map(() => ({ absent: 'unavailable' })))
})
