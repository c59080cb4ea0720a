import { expect, it } from 'vitest'
import { anEvent, anEventOfNobody } from '../test/an-event.ts'
import { toGeo } from './to-geo.ts'

it('shows the place as webhooks do', () => {
  expect(toGeo(anEvent)).toEqual({
    country: 'CZ',
    city: 'Prague',
    lat: 50.05,
    lon: 14.4,
    timezone: 'Europe/Prague',
    isp: 'Example ISP',
  })
})

it('has every field also where nothing is known', () => {
  expect(toGeo(anEventOfNobody)).toEqual({
    country: null,
    city: null,
    lat: null,
    lon: null,
    timezone: null,
    isp: null,
  })
})
