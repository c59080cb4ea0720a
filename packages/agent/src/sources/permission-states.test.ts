import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { permissionStates } from './permission-states.ts'

const answering = (query: (name: string) => string | Error): Global => ({
  navigator: {
    permissions: {
      query: async ({ name }) => {
        const answer = query(name)
        if (typeof answer !== 'string') throw answer
        return { state: answer }
      },
    },
  },
})

it('tells the state of each permission that the browser knows', async () => {
  const g = answering((name) => {
    if (name === 'camera') return 'prompt'
    if (name === 'midi') return 'granted'
    return name === 'local-fonts' ? new DOMException('not here', 'NotSupportedError') : new TypeError('never heard')
  })
  expect(await permissionStates(g)).toEqual({ value: { camera: 'prompt', midi: 'granted' } })
})

it.each<[string, Global]>([
  ['old Safari', { navigator: {} }],
  ['no navigator', {}],
])('is unavailable in %s', async (_name, g) => {
  expect(await permissionStates(g)).toEqual({ absent: 'unavailable' })
})

it('lets an unexpected failure through, for the runner to report', async () => {
  await expect(permissionStates(answering(() => new RangeError('odd')))).rejects.toThrow('odd')
})
