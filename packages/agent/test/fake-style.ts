import type { SpanLike } from '../src/global.ts'
import type { Inside } from './fake-frame.ts'

/** A frame whose browser knows some keywords and computes what is given for them; all of them in bold, at 13 px. */
export function styled(computed: Readonly<Record<string, string>>): Inside {
  const keywordOf = (span: SpanLike): string => span.style.cssText.replace(/^[a-z]+:/, '')
  return {
    document: {
      body: { append: () => undefined },
      createElement: () => {
        let text = ''
        return {
          style: {
            get cssText() {
              return text
            },
            set cssText(rule) {
              text = rule.replace(/^[a-z]+:/, '') in computed ? rule : ''
            },
          },
          textContent: '',
          offsetWidth: 0,
        }
      },
    },
    window: {
      getComputedStyle: (span) => {
        const value = computed[keywordOf(span)] ?? ''
        return { length: 0, color: value, font: value, fontFamily: value, fontSize: '13px', fontWeight: '700' }
      },
    },
  }
}
