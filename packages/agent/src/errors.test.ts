import { describe, expect, it } from 'vitest'
import { asTracioError, isRetryableError, isTracioError, TracioError, type TracioErrorCode } from './errors.ts'

it.each<[TracioErrorCode, boolean]>([
  ['invalid_config', false],
  ['multiple_keys', false],
  ['non_browser', false],
  ['load_failed', true],
  ['blocked', true],
  ['script_error', true],
  ['network', true],
  ['timeout', true],
  ['server', true],
  ['destroyed', false],
  ['opted_out', false],
])('%s says whether calling again can help', (code, retryable) => {
  const error = new TracioError(code, 'why')
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'TracioError', code, message: 'why', retryable, terminal: !retryable })
  expect([isTracioError(error), isRetryableError(error)]).toEqual([true, retryable])
})

/** An error of another copy of the agent on the same page. */
const twin = (code: string): object => ({ name: 'TracioError', code, message: 'why', retryable: true })

describe('isTracioError', () => {
  it('knows those of another copy of the agent', () => {
    expect([isTracioError(twin('timeout')), isRetryableError(twin('timeout'))]).toEqual([true, true])
  })
  it.each([
    new Error('no'),
    { ...twin('timeout'), name: 'Error' },
    twin('toString'),
    twin(''),
    null,
    undefined,
    'timeout',
  ])('takes nothing else for ours: %s', (error) => {
    expect([isTracioError(error), isRetryableError(error)]).toEqual([false, false])
  })
})

describe('asTracioError', () => {
  it('hands our own on as it is', () => {
    const error = new TracioError('timeout', 'why')
    expect(asTracioError(error)).toBe(error)
  })
  it('makes one of ours of a twin', () => {
    expect(asTracioError(twin('load_failed'))).toBeInstanceOf(TracioError)
    expect(asTracioError(twin('load_failed'))).toMatchObject({ code: 'load_failed', message: 'why' })
  })
  it.each([
    [new Error('broken'), 'Error: broken'],
    ['broken', 'broken'],
    [undefined, 'undefined'],
  ])('blames the agent for the rest: %s', (thrown, message) => {
    expect(asTracioError(thrown)).toMatchObject({ code: 'script_error', message })
  })
})
