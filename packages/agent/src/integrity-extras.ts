/** What only the sources ask that look for traces of tools: each is missing somewhere. */
export interface WindowIntegrity {
  readonly name?: unknown
  readonly opener?: unknown
  readonly history?: { readonly length?: number }
}

/** The part of the document that is looked at for traces. */
export interface DocumentIntegrity {
  readonly referrer?: string
  querySelector?(selectors: string): unknown
}

/** The part of the root element that is looked at for traces. */
export interface RootIntegrity {
  readonly children?: ArrayLike<{ readonly tagName: string; readonly style?: { readonly left?: string } }>
}
