import { present, type Source } from '../source.ts'

/**
 * The browser's own statement that a program drives it.
 *
 * Spec: https://www.w3.org/TR/webdriver2/#interface
 * Absent: where there is no navigator; stealth tools delete it, which then shows as `unavailable`.
 * Checked: Chromium 156, November 2026.
 */
export const webdriver: Source<'webdriver'> = ({ navigator }) => present(navigator?.webdriver)
