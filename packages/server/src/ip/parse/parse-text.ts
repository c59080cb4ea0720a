import type { EntryCollector } from './collect-entries.ts'
import type { ParseOptions } from './parse-options.ts'

/** Reads one format: hands every entry of the text to the collector. Throws only `ListFormatError`, for the whole file. */
export type ParseText = (text: string, entries: EntryCollector, options: ParseOptions) => void
