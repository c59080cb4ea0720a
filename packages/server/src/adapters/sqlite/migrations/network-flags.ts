/**
 * What was said of the network, as bits by which events are searched: two for each answer, one for `detected` and one for
 * `clear` (`network-flags.ts` has their order). Events say it since addresses are looked up; those of before get no bits, and
 * are found neither by true nor by false.
 *
 * What was detected is rare, and is found by an index of such events alone that holds the bits as well. Among 400,000 events
 * the newest 20 by Tor took 55 ms without it and 2 ms with it, and to see that there are none 260 ms and 6 ms. An append pays
 * for it when something was detected, and then at the edge that every append writes. Filling the column takes 40 us an event
 * (all measured November 2026).
 */
export const networkFlags = `
  ALTER TABLE events ADD COLUMN network INTEGER NOT NULL DEFAULT 0;

  UPDATE events SET network = (
    SELECT
      CASE b.event ->> '$.network.vpn.status' WHEN 'detected' THEN 1 WHEN 'clear' THEN 2 ELSE 0 END
      | CASE b.event ->> '$.network.proxy.status' WHEN 'detected' THEN 4 WHEN 'clear' THEN 8 ELSE 0 END
      | CASE b.event ->> '$.network.tor.status' WHEN 'detected' THEN 16 WHEN 'clear' THEN 32 ELSE 0 END
      | CASE b.event ->> '$.network.relay.status' WHEN 'detected' THEN 64 WHEN 'clear' THEN 128 ELSE 0 END
      | CASE b.event ->> '$.network.datacenter.status' WHEN 'detected' THEN 256 WHEN 'clear' THEN 512 ELSE 0 END
      | CASE b.event ->> '$.network.residentialProxy.status' WHEN 'detected' THEN 1024 WHEN 'clear' THEN 2048 ELSE 0 END
      | CASE b.event ->> '$.network.ipBlocklist.status' WHEN 'detected' THEN 4096 WHEN 'clear' THEN 8192 ELSE 0 END
      | CASE b.event ->> '$.network.timezoneMismatch.status' WHEN 'detected' THEN 16384 WHEN 'clear' THEN 32768 ELSE 0 END
    FROM event_bodies b WHERE b.number = events.number
  ) WHERE EXISTS (SELECT 1 FROM event_bodies b WHERE b.number = events.number);

  CREATE INDEX events_by_network ON events (workspace, at, number, network) WHERE network & 21845 <> 0;
`
