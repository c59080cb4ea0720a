import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { paper } from '../../test/paper.ts'
import { textMetrics } from './text-metrics.ts'

it('tells the measures of one line by generic family, those that the browser knows', () => {
  const context = {
    ...paper,
    measureText(line: string) {
      return { width: this.font.length + line.length, actualBoundingBoxLeft: -1.5 }
    },
  }
  const sample = textMetrics(withCanvas({ '2d': context }))
  expect(sample).toMatchObject({ value: { serif: [19, -1.5] } })
  expect(sample).toHaveProperty('value.system-ui')
})

it.each([
  ['a context that measures nothing', withCanvas({ '2d': paper })],
  ['a canvas without context', withCanvas({})],
  ['no document', {}],
])('is unavailable with %s', (_name, g) => {
  expect(textMetrics(g)).toEqual({ absent: 'unavailable' })
})
