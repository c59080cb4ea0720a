import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * A small React application that keeps rendering while its page does something else: a list that grows and shrinks, a
 * counter, and a field under control. `settled()` stops the rendering and brings it to one known state.
 */
const APP = `
import { createElement as h, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'

let render
function App() {
  const [tick, setTick] = useState(0)
  const [name, setName] = useState('')
  useEffect(() => { render = setTick }, [])
  return h('main', null,
    h('h1', null, 'Shop'),
    h('p', { id: 'ticks' }, 'Rendered ', tick),
    h('ul', null, Array.from({ length: tick % 7 }, (_, i) => h('li', { key: i }, 'Item ', i))),
    h('input', { id: 'name', value: name, onChange: (event) => setName(event.target.value) }),
    h('button', { id: 'buy', onClick: () => setTick((now) => now + 1) }, 'Buy'))
}
const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(h(StrictMode, null, h(App)))
let tick = 0
const timer = setInterval(() => render?.(++tick), 5)
globalThis.settled = () => {
  clearInterval(timer)
  flushSync(() => render(3))
  return tick
}`

/** The application as a script, React with it. */
export async function frameworkApp(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: APP, resolveDir: join(import.meta.dirname, '..') },
    bundle: true,
    format: 'iife',
    // The development build talks on the console by itself.
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
