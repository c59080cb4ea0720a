/**
 * What was known of an address when its event came, where it is searched or counted by; it stays when the event is
 * amended. Events of before have none: `country_asked` is 0, so that they are not taken for visits from nowhere.
 *
 * Both indexes end with the time, as all do. They are partial, so that a store without databases pays nothing for them.
 */
export const addresses = `
  ALTER TABLE events ADD COLUMN asn INTEGER;
  ALTER TABLE events ADD COLUMN country TEXT;
  ALTER TABLE events ADD COLUMN country_asked INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE events ADD COLUMN zone_fits INTEGER;

  CREATE INDEX events_by_asn ON events (workspace, asn, at) WHERE asn IS NOT NULL;
  CREATE INDEX events_by_country ON events (workspace, country, at) WHERE country IS NOT NULL;
`
