/**
 * A measure in CSS px to the thousandth. Firefox computes boxes from edges in single precision, and the same box comes
 * out some 0.00002 px wider now and then (Firefox ESR 153, November 2026); layout itself knows nothing finer than 1/64 px.
 */
export const rounded = (px: number): number => Math.round(px * 1000) / 1000
