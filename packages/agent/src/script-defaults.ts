import { attempt } from './attempt.ts'
import type { Global } from './global.ts'
import type { GivenOptions } from './options.ts'

/** What a script tag says of itself. */
export interface ScriptDefaults {
  /** The server as the place that the script came from; the key as `k` of its address, or as an attribute. */
  readonly options: GivenOptions
  /** Another copy of the agent put the tag there, and keeps what `init` gives. */
  readonly owned: boolean
}

/** Reads the script's own tag: its address, `data-tracio-key`, `data-tracio-fields` (JSON), `data-tracio-owned`. */
export function scriptDefaults({ document }: Global): ScriptDefaults {
  // Modules have none.
  const script = document?.currentScript
  const said = (name: string): string | undefined => script?.getAttribute?.(`data-tracio-${name}`) ?? undefined
  // Scripts that were inlined have no address, and those in an SVG have it elsewhere.
  const url = script?.src ? new URL(script.src) : undefined
  const fields = said('fields')
  return {
    options: {
      publicKey: said('key') || url?.searchParams.get('k') || undefined,
      endpoint: url && url.origin + url.pathname.replace(/\/[^/]*$/, ''),
      // What is no JSON is handed on as it is: the server counts it as a bad field, and the visit is kept.
      fields: fields && (attempt((): unknown => JSON.parse(fields)) ?? fields),
    },
    owned: said('owned') !== undefined,
  }
}
