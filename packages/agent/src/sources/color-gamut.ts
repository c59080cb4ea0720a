import { present, type Source } from '../source.ts'

/** Each contains the next, and a query matches every gamut that the monitor covers, so the widest is asked first. */
const GAMUTS = ['rec2020', 'p3', 'srgb']

/**
 * The widest of the named colour spaces that the monitor approximately covers.
 *
 * Spec: https://drafts.csswg.org/mediaqueries-4/#color-gamut
 * Absent: where there are no media queries (workers, jsdom), and where no gamut matches.
 * Checked: Chromium 156, November 2026.
 */
export const colorGamut: Source<'colorGamut'> = (g) => {
  return present(GAMUTS.find((gamut) => g.matchMedia?.(`(color-gamut: ${gamut})`).matches))
}
