import type { VelocityDimension } from '@tracio/contract'

/**
 * Bytes of a text beside its characters: its header, its place in a map and what is kept of it here. Measured with Node
 * 24, November 2026: 90 to 150, the more the emptier the maps are.
 */
const TEXT_BYTES = 128

/** Maps that grow are laid out anew at once; many small ones do so in turns of less than a millisecond. */
const SHARDS = 64

/** Gives texts numbers, by dimension, for as long as somebody holds them. A number is from 1 on; 0 is none. */
export interface TextPool {
  /** 0 for a text that nobody holds. */
  find(dimension: VelocityDimension, text: string): number
  /** The number of a text, held once more. */
  hold(dimension: VelocityDimension, text: string): number
  holdAgain(number: number): void
  letGo(number: number): void
  /** Keeps the number for those who hold it, and forgets which text it stood for. */
  forget(dimension: VelocityDimension, text: string): void
  bytes(): number
}

/** An empty pool. */
export function createTextPool(): TextPool {
  const shards: Partial<Record<VelocityDimension, readonly Map<string, number>[]>> = {}
  const texts: string[] = ['']
  const homes: (Map<string, number> | undefined)[] = [undefined]
  const holders: number[] = [0]
  const given: number[] = []
  let bytes = 0

  function shardOf(dimension: VelocityDimension, text: string): Map<string, number> {
    let maps = shards[dimension]
    if (!maps) {
      maps = Array.from({ length: SHARDS }, () => new Map<string, number>())
      shards[dimension] = maps
    }
    const { length } = text
    const at = length === 0 ? 0 : text.charCodeAt(length - 1) * 7 + text.charCodeAt(length >> 1)
    const map = maps[at % SHARDS]
    if (!map) throw new Error('There is a shard for every remainder.')
    return map
  }

  function drop(number: number): void {
    const text = texts[number] ?? ''
    homes[number]?.delete(text)
    homes[number] = undefined
    texts[number] = ''
    bytes -= bytesOfText(text) - bytesOfText('')
  }

  return {
    find: (dimension, text) => shardOf(dimension, text).get(text) ?? 0,
    hold(dimension, text) {
      const home = shardOf(dimension, text)
      const known = home.get(text)
      if (known !== undefined) {
        holders[known] = (holders[known] ?? 0) + 1
        return known
      }
      const number = given.pop() ?? texts.length
      texts[number] = text
      homes[number] = home
      holders[number] = 1
      home.set(text, number)
      bytes += bytesOfText(text)
      return number
    },
    holdAgain(number) {
      holders[number] = (holders[number] ?? 0) + 1
    },
    letGo(number) {
      const left = (holders[number] ?? 0) - 1
      holders[number] = left
      if (left > 0) return
      drop(number)
      bytes -= bytesOfText('')
      given.push(number)
    },
    forget(dimension, text) {
      const number = shardOf(dimension, text).get(text)
      if (number !== undefined) drop(number)
    },
    bytes: () => bytes,
  }
}

/** Two bytes a character, though most have one: the bound must hold for every script. */
export const bytesOfText = (text: string): number => TEXT_BYTES + 2 * text.length
