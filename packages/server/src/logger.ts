import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from 'pino'

/** Names under which a secret or a person could slip into a log line; what stands there is blacked out. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'payload',
  'body',
  'secret',
  'secretKey',
  'apiSecret',
  'token',
  'password',
  'ip',
  'remoteAddress',
  'userAgent',
  'url',
  'linkedId',
  'visitorId',
]

/** Wherever such a name stands: at the top, in an object, in an object's object. */
const PATHS = SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** How deep the causes of an error are followed. */
const CAUSES_MAX = 5

/** What an error says of itself. Its other fields stay out: libraries hang whole requests on their errors. */
function plainError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? { errcode: error.errcode } : {}
  const inner = cause instanceof Error && depth < CAUSES_MAX ? { cause: plainError(cause, depth + 1) } : {}
  return { type: name, message, ...code, ...errcode, stack, ...inner }
}

/** Standard output is for what a command answers. */
const STANDARD_ERROR = 2

/** The log: a JSON object a line, on standard error unless told otherwise. */
export function createLogger(
  level: NonNullable<LoggerOptions['level']>,
  to: DestinationStream = destination(STANDARD_ERROR),
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: PATHS, censor: '[redacted]' },
    serializers: {
      err: (error: unknown) => plainError(error),
      req: () => '[request]',
      res: () => '[answer]',
    },
  }
  return pino(options, to)
}
