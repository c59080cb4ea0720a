/**
 * What was known of an address when its event came, where it is searched or counted by; it stays when the event is
 * amended. Events of before have none: `country_asked` is 0, so that they are not taken for visits from nowhere.
 *
 * Countries are few, so their index has few pages that grow, and costs an append 10 us; one of networks, of which there
 * are thousands, cost 20 us of 120 (measured November 2026): they are looked for among what other filters find. It is
 * partial, so that a store without databases pays nothing for it.
 */
export const addresses = `
  ALTER TABLE events ADD COLUMN asn INTEGER;
  ALTER TABLE events ADD COLUMN country TEXT;
  ALTER TABLE events ADD COLUMN country_asked INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE events ADD COLUMN zone_fits INTEGER;

  CREATE INDEX events_by_country ON events (workspace, country, at) WHERE country IS NOT NULL;
`
