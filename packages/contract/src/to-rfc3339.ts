/** RFC 3339 UTC with milliseconds. */
export const toRfc3339 = (at: number): string => new Date(at).toISOString()
