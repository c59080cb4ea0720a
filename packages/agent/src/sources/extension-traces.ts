import { found } from '../has.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Attributes that extensions put into every page: Dark Reader, LanguageTool, Grammarly, ColorZilla, Bitdefender,
 * form fillers, Immersive Translate. Chosen by hand from what frameworks complain of when they meet them in pages
 * that a server made; November 2026.
 */
const ATTRIBUTES =
  'data-darkreader-mode data-lt-installed data-gr-ext-installed cz-shortcut-listen bis_skin_checked fdprocessedid imt-state'

/** Globals that developers' tools and wallets add. */
const GLOBALS = '__REACT_DEVTOOLS_GLOBAL_HOOK__ ethereum.isMetaMask phantom'

/**
 * What well-known extensions have left in the page by now. They tell a person's own browser from one that was started
 * for the purpose, which has none. Nothing is asked of an extension.
 *
 * Spec: none; each trace belongs to its maker.
 * Absent: where a document cannot be searched.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const extensionTraces: Source<'extensionTraces'> = (g) => {
  const { document } = g
  if (!document?.querySelector) return unavailable
  const marked = ATTRIBUTES.split(' ').filter((name) => document.querySelector?.(`[${name}]`))
  return { value: [...marked, ...found(g, GLOBALS)] }
}
