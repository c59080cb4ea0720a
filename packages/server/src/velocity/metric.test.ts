import { expect, it } from 'vitest'
import { metricsWith, metricWindow } from './metric.ts'

it.each([
  ['90s', 90_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
])('reads the window %s', (name, ms) => {
  expect(metricWindow(name)).toEqual({ name, ms })
})

it.each(['', '5', 'm', '0m', '-5m', '5 m', '5M', '1.5h', '1w', '9999999s'])('knows no window %s', (text) => {
  expect(metricWindow(text)).toBeUndefined()
})

const twoHours = { name: '2h', ms: 7_200_000 }

it('has the built-in metrics, each over the three windows', () => {
  expect(metricsWith().map(({ name, windows }) => [name, windows.map((window) => window.name)])).toEqual(
    [
      'distinctIp',
      'distinctCountry',
      'events',
      'distinctLinkedId',
      'ipEvents',
      'distinctIpByLinkedId',
      'distinctVisitorIdByLinkedId',
      'distinctVisitorIdByIp',
    ].map((name) => [name, ['5m', '1h', '24h']]),
  )
})

it('calls the operator’s own after what they count, once for all their windows', () => {
  const own = { count: 'tag', by: 'linkedId' } as const
  const metrics = metricsWith([
    { ...own, window: twoHours },
    { ...own, window: { name: '90s', ms: 90_000 } },
    { ...own, window: twoHours },
  ])
  expect(metrics).toHaveLength(9)
  expect(metrics.at(-1)).toEqual({
    name: 'distinctTagByLinkedId',
    ...own,
    windows: [{ name: '90s', ms: 90_000 }, twoHours],
  })
})

it('adds a window to a metric that is built in, in order', () => {
  const [distinctIp] = metricsWith([{ count: 'ip', by: 'visitorId', window: twoHours }])
  expect(distinctIp?.windows.map(({ name }) => name)).toEqual(['5m', '1h', '2h', '24h'])
  expect(metricsWith()[0]?.windows).toHaveLength(3)
})
