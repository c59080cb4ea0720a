import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../test/fake-canvas.ts'
import { webglNames } from './webgl-names.ts'

it('asks the context of the version that is wanted', () => {
  const g = withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0' }), webgl2: graphics({ 7938: 'WebGL 2.0' }) })
  expect(webglNames(g, 'webgl')).toMatchObject({ value: { version: 'WebGL 1.0', vendorUnmasked: null } })
  expect(webglNames(g, 'webgl2')).toMatchObject({ value: { version: 'WebGL 2.0', vendorUnmasked: null } })
})

it('is unavailable where the browser has the other version only', () => {
  expect(webglNames(withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0' }) }), 'webgl2')).toEqual({
    absent: 'unavailable',
  })
})
