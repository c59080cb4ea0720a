/** Makes a primitive its own type, so that a request id is never passed for a visitor id. Costs nothing at run time. */
type Brand<T, Name extends string> = T & { readonly __brand: Name }

/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = Brand<number, 'EpochMs'>

/** 16 base62 characters, random: never derived from the device, so identical devices never share one. */
export type VisitorId = Brand<string, 'VisitorId'>

/** Unix seconds, `_`, 12 base36 characters. */
export type RequestId = Brand<string, 'RequestId'>

/** `ws_` and 16 base62 characters. */
export type WorkspaceId = Brand<string, 'WorkspaceId'>
