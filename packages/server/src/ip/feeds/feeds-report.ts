/** What is worth telling. Fields hold ids, codes and counts: never addresses of sources, which may hold a token. */
export type FeedsReport = (level: 'info' | 'warn' | 'error', message: string, fields: object) => void
