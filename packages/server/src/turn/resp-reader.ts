/** A command of the Redis protocol: its name and its arguments. */
export type RedisCommand = readonly string[]

/** Takes commands out of a stream. */
export interface RespReader {
  /** The commands that these bytes complete. Throws a `RespError` when they are none: then nothing more can be read. */
  read(bytes: Buffer): readonly RedisCommand[]
}

/** The stream is not what it should be. */
export class RespError extends Error {
  override readonly name = 'RespError'
}

/** coturn's longest has three words; the rest is room for other versions. Chosen by hand, November 2026. */
const WORDS_MAX = 8

/** coturn writes at most 1024 bytes into a word (4.6.1, November 2026). */
const WORD_BYTES_MAX = 2048

/** What may be waiting for its end: one command of the longest words. */
const WAITING_BYTES_MAX = WORDS_MAX * (WORD_BYTES_MAX + 16)

const CR = 13
const LF = 10

/** Reads arrays of bulk strings, which is what clients send: https://redis.io/docs/latest/develop/reference/protocol-spec/. */
export function createRespReader(): RespReader {
  let waiting: Buffer = Buffer.alloc(0)
  return {
    read(bytes) {
      let rest = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes])
      const commands: RedisCommand[] = []
      for (let next = commandIn(rest); next; next = commandIn(rest)) {
        commands.push(next.words)
        rest = rest.subarray(next.end)
      }
      if (rest.length > WAITING_BYTES_MAX) throw new RespError('A command is too long.')
      // A copy: the part would keep all of what it was cut from.
      waiting = Buffer.from(rest)
      return commands
    },
  }
}

/** The first command; undefined: it is not all there yet. */
function commandIn(bytes: Buffer): { readonly words: RedisCommand; readonly end: number } | undefined {
  const count = numberAfter('*', bytes, 0, WORDS_MAX)
  if (!count) return
  const words: string[] = []
  let at = count.end
  for (let word = 0; word < count.value; word++) {
    const length = numberAfter('$', bytes, at, WORD_BYTES_MAX)
    if (!length) return
    const end = length.end + length.value
    if (bytes.length < end + 2) return
    if (bytes[end] !== CR || bytes[end + 1] !== LF) throw new RespError('A word does not end where it should.')
    words.push(bytes.toString('latin1', length.end, end))
    at = end + 2
  }
  return { words, end: at }
}

/** Digits that a number within our limits has, and the end of the line. */
const NUMBER_BYTES_MAX = 6

function numberAfter(mark: string, bytes: Buffer, at: number, max: number): { value: number; end: number } | undefined {
  const line = bytes.toString('latin1', at, at + 1 + NUMBER_BYTES_MAX)
  const end = line.indexOf('\r\n')
  if (end < 0) {
    if (line.length <= NUMBER_BYTES_MAX && (line === '' || line.startsWith(mark))) return
    throw new RespError(`A number does not follow ${mark}.`)
  }
  const value = Number(line.slice(1, end))
  if (!line.startsWith(mark) || !/^.\d+$/.test(line.slice(0, end)) || value > max) {
    throw new RespError(`No number up to ${max} follows ${mark}.`)
  }
  return { value, end: at + end + 2 }
}
