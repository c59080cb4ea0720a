import { isNamed } from '../error-name.ts'
import type { HighEntropyValues } from '../global.ts'
import { recordOf } from '../record-of.ts'
import { type Source, unavailable } from '../source.ts'

const HINTS = ['architecture', 'bitness', 'model', 'platformVersion', 'fullVersionList', 'wow64'] as const

/**
 * Brand, version and platform in structured form, with the details that must be asked for.
 *
 * Spec: https://wicg.github.io/ua-client-hints/
 * Absent: on plain HTTP pages (`unavailable`), and in Firefox and Safari (catalogue: `neverIn`). Details that the
 * browser keeps back are left out; brands, mobile and platform remain.
 * Checked: Chromium 156, November 2026.
 */
export const clientHints: Source<'clientHints'> = async ({ navigator }) => {
  const data = navigator?.userAgentData
  if (!data) return unavailable
  const { brands, mobile, platform } = data
  let details: HighEntropyValues | undefined
  try {
    details = await data.getHighEntropyValues?.(HINTS)
  } catch (error) {
    // https://wicg.github.io/ua-client-hints/#dom-navigatoruadata-gethighentropyvalues: what a refusal looks like.
    if (!isNamed(error, 'NotAllowedError')) throw error
  }
  return { value: { brands, mobile, platform, ...recordOf(HINTS, (hint) => details?.[hint]) } }
}
