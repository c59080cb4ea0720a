import { present, type Source } from '../source.ts'

/**
 * What the visitor has asked of every site: not to be tracked, not to be sold. It is reported, so that operators can
 * honour it.
 *
 * Spec: https://www.w3.org/TR/tracking-dnt/#dom-navigator-donottrack, https://w3c.github.io/gpc/#the-globalprivacycontrol-attribute
 * Absent: where there is no navigator. What the browser does not know, or the visitor left open, is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const privacySignals: Source<'privacySignals'> = ({ navigator }) => {
  return present(
    navigator && {
      doNotTrack: navigator.doNotTrack ?? null,
      globalPrivacyControl: navigator.globalPrivacyControl ?? null,
    },
  )
}
