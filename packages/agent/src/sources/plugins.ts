import { present, type Source } from '../source.ts'

/**
 * The plugins that the browser lists, each with its MIME types.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#pdf-viewing-support
 * Absent: where the navigator lists none at all (workers). With the PDF viewer switched off, as by default on phones,
 * the list is there and empty; by the standard it else holds five names for the one viewer.
 * Checked: Chromium 156, November 2026.
 */
export const plugins: Source<'plugins'> = ({ navigator }) => {
  return present(
    navigator?.plugins &&
      Array.from(navigator.plugins, (plugin) => ({
        name: plugin.name,
        mimeTypes: Array.from(plugin, ({ type }) => type),
      })),
  )
}
