import type { Derived } from '../observations.ts'

/**
 * Length of `eval` written out. V8 writes `function eval() { [native code] }`, SpiderMonkey and JavaScriptCore spread it
 * over three lines with four spaces.
 * Source: product signal s301; V8 measured on Chromium 156, November 2026. Nothing shorter or longer is in use today.
 */
export const EVAL_LENGTH = { v8: 33, spidermonkey: 37, javascriptcore: 37 } as const

/** `navigator.productSub`: the HTML standard allows these two values and no other. */
export const PRODUCT_SUB = { gecko: '20100101', others: '20030107' } as const

/** `navigator.vendor`: the HTML standard allows these three values, by engine. */
export const VENDOR = { chromium: 'Google Inc.', firefox: '', safari: 'Apple Computer, Inc.' } as const

interface EngineFacts {
  readonly evalLength: number | undefined
  readonly productSub: string | undefined
  readonly vendor: string | undefined
}

/**
 * Which JavaScript engine is at work. The length of `eval` is the evidence: it comes from the engine itself, and whoever
 * changes it has to replace `Function.prototype.toString`. `productSub` and `vendor` are plain getters that every user
 * agent switcher rewrites along with the user agent, so they never overrule it; they only tell SpiderMonkey from
 * JavaScriptCore, which write functions alike, and only where both say the same.
 */
export function impliedEngine({ evalLength, productSub, vendor }: EngineFacts): Derived['impliedEngine'] {
  if (evalLength === EVAL_LENGTH.v8) return 'v8'
  if (evalLength !== EVAL_LENGTH.spidermonkey) return
  if (productSub === PRODUCT_SUB.gecko && vendor === VENDOR.firefox) return 'spidermonkey'
  if (productSub === PRODUCT_SUB.others && vendor === VENDOR.safari) return 'javascriptcore'
  return
}
