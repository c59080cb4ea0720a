const BLOCK = /(<!-- generated: (\S+) -->\n)[\s\S]*?(<!-- end -->)/g

/**
 * Puts each list where a page asks for it: between `<!-- generated: name -->` and `<!-- end -->`. Throws for a name that
 * no list has, because a page that asks for nothing would never go stale.
 */
export function fillBlocks(page: string, lists: Readonly<Record<string, () => string>>): string {
  return page.replace(BLOCK, (_block, begin: string, name: string, end: string) => {
    const list = lists[name]
    if (!list) throw new Error(`A page asks for the list "${name}", which nobody makes.`)
    return `${begin}\n${list().trim()}\n\n${end}`
  })
}

/** Names of the lists that a page asks for. */
export const blocksOf = (page: string): string[] => [...page.matchAll(BLOCK)].map(([, , name = '']) => name)
