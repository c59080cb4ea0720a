/**
 * Whether something thrown bears a name. By name and not by class, because a DOMException of another realm is no
 * instance of ours, and some places have no DOMException at all.
 */
export const isNamed = (error: unknown, name: string): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === name
