import { expect, it } from 'vitest'
import { TracioError, type TracioErrorCode } from './errors.ts'

it.each<[TracioErrorCode, boolean]>([
  ['invalid_config', false],
  ['non_browser', false],
  ['network', true],
  ['timeout', true],
  ['server', true],
  ['script_error', true],
])('%s says whether calling again can help', (code, retryable) => {
  const error = new TracioError(code, 'why')
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'TracioError', code, message: 'why', retryable, terminal: !retryable })
})
