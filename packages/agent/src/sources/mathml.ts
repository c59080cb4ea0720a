import { withFrame } from '../frame.ts'
import { rounded } from '../rounded.ts'
import { absent, type Source } from '../source.ts'

const MATHML = 'http://www.w3.org/1998/Math/MathML'

/**
 * The box of a small formula: a root of a fraction. Engines lay formulas out differently, with the maths font that the
 * system has, and some not at all, which leaves a line of letters.
 *
 * Spec: https://w3c.github.io/mathml-core/
 * Absent: where nothing is laid out (jsdom, frames that are not rendered) or frames have no document.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mathml: Source<'mathml'> = (g) =>
  withFrame(g, ({ contentDocument: inside }) => {
    if (!inside?.createElementNS) return
    const numerator = inside.createElementNS(MATHML, 'mi')
    const denominator = inside.createElementNS(MATHML, 'mn')
    numerator.textContent = 'ϑ'
    denominator.textContent = '17'
    const fraction = inside.createElementNS(MATHML, 'mfrac')
    fraction.append(numerator, denominator)
    const root = inside.createElementNS(MATHML, 'msqrt')
    root.append(fraction)
    const formula = inside.createElementNS(MATHML, 'math')
    formula.append(root)
    inside.body?.append(formula)
    const { width, height } = formula.getBoundingClientRect()
    return width > 0 ? { value: { width: rounded(width), height: rounded(height) } } : undefined
  }) ?? absent('unavailable')
