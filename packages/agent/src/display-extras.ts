/** What sources of styles and windows ask beyond the rest of the window; each is missing somewhere. */
export interface DisplayExtras {
  readonly locationbar?: BarLike
  readonly menubar?: BarLike
  readonly scrollbars?: BarLike
  readonly toolbar?: BarLike
}

/** A bar of the window. */
export interface BarLike {
  readonly visible?: boolean
}

/** What elements in a frame are measured by, and taken away with. */
export interface ElementExtras {
  readonly offsetHeight?: number
  readonly clientWidth?: number
  remove?(): void
}

/** A computed style as a list of its properties. */
export interface ComputedExtras extends ArrayLike<string> {
  getPropertyValue?(property: string): string
}
