/**
 * Events of a device whose session was not trusted: they need not belong to a visitor who holds the device as a key, and
 * a search by device would have to look at all of their kind. Appends of fresh sessions, nearly all, write nothing here.
 */
export const devicesWithoutVisitors = `
  CREATE INDEX events_by_untrusted_device ON events (workspace, device_hash, at)
    WHERE session_state <> 'fresh' AND device_hash IS NOT NULL;
`
