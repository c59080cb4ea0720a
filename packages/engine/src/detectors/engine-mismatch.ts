import type { BrowserFamily, Evidence } from '@tracio/contract'
import { EVAL_LENGTH, PRODUCT_SUB, VENDOR } from '../derive/implied-engine.ts'
import { clear, defineDetector, detected } from '../detector.ts'

interface Expected {
  readonly evalLength: number
  readonly productSub: string
  readonly vendor: string
}

/** What each family shows, in every version that is in use. Values and sources: `derive/implied-engine.ts`. */
const expectedOf: Readonly<Record<BrowserFamily, Expected>> = {
  chromium: { evalLength: EVAL_LENGTH.v8, productSub: PRODUCT_SUB.others, vendor: VENDOR.chromium },
  firefox: {
    evalLength: EVAL_LENGTH.spidermonkey,
    productSub: PRODUCT_SUB.gecko,
    vendor: VENDOR.firefox,
  },
  safari: {
    evalLength: EVAL_LENGTH.javascriptcore,
    productSub: PRODUCT_SUB.others,
    vendor: VENDOR.safari,
  },
}

const knownEvalLengths: ReadonlySet<number> = new Set(Object.values(EVAL_LENGTH))

/**
 * How strongly each contradiction speaks, 0 to 1. The engine cannot be argued with. An unknown length is instrumentation
 * of `Function.prototype.toString`, which extensions do too. A lone navigator property may be a careless extension.
 * Chosen by hand, November 2026; revisit with the corpus.
 */
const STRENGTH = { engine_other: 0.9, engine_unknown: 0.6, vendor_other: 0.4, product_sub_other: 0.4 } as const

type Reason = keyof typeof STRENGTH

/** The user agent names one browser, and the engine that runs our code belongs to another. */
export const engineMismatch = defineDetector({
  id: 'engine_mismatch',
  category: 'tampering',
  needs: ['claimedFamily', 'evalLength'],
  wants: ['productSub', 'vendor'],
  reasons: {
    engine_other: 'The JavaScript engine is not the one that the claimed browser is built on.',
    engine_unknown: 'Built-in functions are written out like in no engine known: something replaces them.',
    vendor_other: 'The browser names another vendor than the claimed browser does.',
    product_sub_other: 'The browser’s build constant is that of another engine.',
  },
  detect({ claimedFamily, evalLength, productSub, vendor }) {
    const expected = expectedOf[claimedFamily]
    const found: Evidence<Reason>[] = []
    const differ = (reason: Reason, observed: string, wanted: string) => {
      if (observed !== wanted) found.push({ reason, observed, expected: `${wanted} (${claimedFamily})` })
    }
    const isKnown = knownEvalLengths.has(evalLength)
    differ(isKnown ? 'engine_other' : 'engine_unknown', evalText(evalLength), evalText(expected.evalLength))
    if (vendor !== undefined) differ('vendor_other', `vendor "${vendor}"`, `vendor "${expected.vendor}"`)
    if (productSub !== undefined) {
      differ('product_sub_other', `productSub ${productSub}`, `productSub ${expected.productSub}`)
    }
    const [first, ...others] = found
    return first ? detected(together(found), first, ...others) : clear
  },
})

const evalText = (length: number): string => `eval written out has ${length} characters`

/** Contradictions support each other: the doubt that is left is the product of the doubts. Rounded to hundredths. */
const together = (found: readonly Evidence<Reason>[]): number =>
  Math.round(100 * (1 - found.reduce((doubt, { reason }) => doubt * (1 - STRENGTH[reason]), 1))) / 100
