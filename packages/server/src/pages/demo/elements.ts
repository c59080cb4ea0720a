/** The element with an id of our own page. Throws when the page and the script do not fit each other. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page has no element "${id}".`)
  // The caller names the kind of element that our own page holds under this id.
  return element as E
}

/** An element with text or children; text is never read as markup. */
export function make(tag: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  element.append(...content)
  return element
}
