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
  if (!script) return { options: {}, owned: false }
  const fields = attribute(script, 'data-tracio-fields')
  const publicKey = attribute(script, 'data-tracio-key')
  return {
    options: {
      ...fromAddress(script),
      ...(publicKey ? { publicKey } : {}),
      ...(fields === undefined ? {} : { fields: parsed(fields) }),
    },
    owned: attribute(script, 'data-tracio-owned') !== undefined,
  }
}

function fromAddress(script: object): GivenOptions {
  // Scripts that were inlined have no address, and those in an SVG have it elsewhere.
  if (!('src' in script) || typeof script.src !== 'string' || !script.src) return {}
  const { origin, pathname, searchParams } = new URL(script.src)
  const publicKey = searchParams.get('k')
  return { endpoint: origin + pathname.slice(0, pathname.lastIndexOf('/')), ...(publicKey ? { publicKey } : {}) }
}

function attribute(script: object, name: string): string | undefined {
  const value: unknown =
    'getAttribute' in script && typeof script.getAttribute === 'function' && script.getAttribute(name)
  return typeof value === 'string' ? value : undefined
}

/** What is no JSON is handed on as it is: the server counts it as a bad field, and the visit is kept. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
