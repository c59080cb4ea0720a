import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'

function logging(): { readonly log: ReturnType<typeof createLogger>; readonly lines: string[] } {
  const lines: string[] = []
  return { log: createLogger('debug', { write: (line) => void lines.push(line) }), lines }
}

it.each([
  [{ authorization: 'Bearer hush' }],
  [{ headers: { authorization: 'Bearer hush', cookie: '_tcid=hush', 'set-cookie': 'hush' } }],
  [{ request: { headers: { cookie: 'hush' } } }],
  [{ payload: 'hush', body: 'hush', token: 'hush', secretKey: 'hush' }],
  [{ event: { ip: 'hush', userAgent: 'hush', linkedId: 'hush', url: 'hush', visitorId: 'hush' } }],
])('blacks out %j', (fields) => {
  const { log, lines } = logging()
  log.info(fields, 'something')
  expect(lines.join()).toContain('something')
  expect(lines.join()).not.toContain('hush')
})

it('tells of an error what it says, its codes and its causes, and nothing that hangs on it', () => {
  const { log, lines } = logging()
  const cause = Object.assign(new Error('the disk is full'), { errcode: 13, code: 'ERR_SQLITE_ERROR' })
  log.error({ err: Object.assign(new Error('failed', { cause }), { request: { ip: 'hush' }, config: 'hush' }) })
  expect(JSON.parse(lines.join())).toMatchObject({
    err: { type: 'Error', message: 'failed', cause: { message: 'the disk is full', errcode: 13 } },
  })
  expect(lines.join()).not.toContain('hush')
})

it('tells of something thrown that is no error only what it is', () => {
  const { log, lines } = logging()
  log.error({ err: 'hush' })
  expect(JSON.parse(lines.join())).toMatchObject({ err: { type: 'string' } })
})

it('never writes a whole request', () => {
  const { log, lines } = logging()
  log.error({ req: { headers: 'hush' }, res: { headers: 'hush' } })
  expect(lines.join()).not.toContain('hush')
})

it('ends a chain of causes that runs in a circle', () => {
  const { log, lines } = logging()
  const error = new Error('round')
  error.cause = error
  log.error({ err: error })
  expect(lines.join().match(/"message":"round"/g)?.length).toBeLessThan(10)
})
