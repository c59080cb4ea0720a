import { expect, it } from 'vitest'
import { Tracio, TracioError } from './index.ts'

it('may be imported and configured where there is no page, and says so when asked', async () => {
  const tracio = Tracio.init({ publicKey: 'tracio_pk_1', endpoint: '/t' })
  await expect(tracio.getResult()).rejects.toBeInstanceOf(TracioError)
  await expect(tracio.getVisitorId()).rejects.toMatchObject({ code: 'non_browser' })
})

it('refuses wrong options at once', () => {
  expect(() => Tracio.init({ publicKey: '' })).toThrow(TracioError)
})
