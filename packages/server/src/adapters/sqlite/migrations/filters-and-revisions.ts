/**
 * What events are searched by, as columns; how many there were, by day; what they were before they were amended; and what
 * keys may do.
 *
 * Every index ends with the time, so that a page of the newest is read off its edge without sorting. What is rare is
 * indexed and what is common is not: the newest of "nearly all" are found by reading the newest, and an append spares the
 * page. `events_by_ip` is the one random page that an append of a known visitor takes.
 */
export const filtersAndRevisions = `
  ALTER TABLE events ADD COLUMN environment TEXT NOT NULL DEFAULT 'live';
  ALTER TABLE events ADD COLUMN session_state TEXT NOT NULL DEFAULT 'fresh';
  ALTER TABLE events ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE events ADD COLUMN match_kind TEXT NOT NULL DEFAULT 'none';
  ALTER TABLE events ADD COLUMN ip TEXT NOT NULL DEFAULT '';
  ALTER TABLE events ADD COLUMN linked_id TEXT;
  ALTER TABLE events ADD COLUMN tag TEXT;
  ALTER TABLE events ADD COLUMN device_hash BLOB;
  ALTER TABLE events ADD COLUMN browser TEXT;
  ALTER TABLE events ADD COLUMN os TEXT;
  ALTER TABLE events ADD COLUMN device TEXT;
  ALTER TABLE events ADD COLUMN bot_result TEXT NOT NULL DEFAULT 'human';
  ALTER TABLE events ADD COLUMN bot_type TEXT NOT NULL DEFAULT '';
  ALTER TABLE events ADD COLUMN risk_score INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE events ADD COLUMN risk_level TEXT NOT NULL DEFAULT 'normal';
  ALTER TABLE events ADD COLUMN action TEXT NOT NULL DEFAULT 'allow';

  UPDATE events SET
    (environment, session_state, match_kind, ip, linked_id, tag, device_hash, browser, os, device,
     bot_result, bot_type, risk_score, risk_level, action) = (
      SELECT b.event ->> '$.environment', b.event ->> '$.session', b.event ->> '$.identification.kind', b.event ->> '$.ip',
        b.event ->> '$.linkedId', b.event ->> '$.tag', unhex(b.event ->> '$.identification.deviceHash'),
        b.event ->> '$.browser.name', b.event ->> '$.os.name', b.event ->> '$.device',
        b.event ->> '$.bot.result', b.event ->> '$.bot.type', b.event ->> '$.score.riskScore',
        b.event ->> '$.decision.riskLevel', b.event ->> '$.decision.action'
      FROM event_bodies b WHERE b.number = events.number
    );

  DROP INDEX events_by_visitor;
  CREATE INDEX events_by_visitor ON events (visitor, at) WHERE visitor IS NOT NULL;
  CREATE INDEX events_by_time ON events (workspace, at);
  CREATE INDEX events_by_ip ON events (workspace, ip, at);
  CREATE INDEX events_by_linked_id ON events (workspace, linked_id, at) WHERE linked_id IS NOT NULL;
  CREATE INDEX events_by_tag ON events (workspace, tag, at) WHERE tag IS NOT NULL;
  CREATE INDEX events_by_bot ON events (workspace, bot_result, at) WHERE bot_result <> 'human';
  CREATE INDEX events_by_risk ON events (workspace, risk_level, at) WHERE risk_level NOT IN ('normal', 'low');
  CREATE INDEX events_by_action ON events (workspace, action, at) WHERE action <> 'allow';
  CREATE INDEX events_by_session_state ON events (workspace, session_state, at) WHERE session_state <> 'fresh';
  CREATE INDEX events_of_tests ON events (workspace, at) WHERE environment = 'test';

  CREATE TABLE event_revisions (
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    event TEXT NOT NULL,
    replaced_at INTEGER NOT NULL,
    PRIMARY KEY (number, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE late_bodies (
    number INTEGER PRIMARY KEY,
    body_hash BLOB NOT NULL,
    observations TEXT,
    encoding INTEGER,
    readings BLOB
  ) STRICT;

  CREATE TABLE daily_counts (
    workspace INTEGER NOT NULL,
    day INTEGER NOT NULL,
    environment TEXT NOT NULL,
    events INTEGER NOT NULL,
    visitors INTEGER NOT NULL,
    new_visitors INTEGER NOT NULL,
    bots INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    challenges INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    denials INTEGER NOT NULL,
    replayed INTEGER NOT NULL,
    expired INTEGER NOT NULL,
    PRIMARY KEY (workspace, day, environment)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO daily_counts
    SELECT workspace, at / 86400000, environment, count(*),
      sum(session_state = 'fresh' AND ifnull((b.event ->> '$.identification.lastSeenAt') / 86400000, -1) < at / 86400000),
      sum(match_kind = 'new'), sum(bot_result = 'bot'), sum(bot_result = 'uncertain'),
      sum(action = 'challenge'), sum(action = 'review'), sum(action = 'deny'),
      sum(session_state = 'replayed'), sum(session_state = 'expired')
    FROM events e JOIN event_bodies b ON b.number = e.number GROUP BY workspace, at / 86400000, environment;

  ALTER TABLE workspaces ADD COLUMN lid_secret BLOB;
  ALTER TABLE public_keys ADD COLUMN privacy_control TEXT NOT NULL DEFAULT 'report';
  ALTER TABLE public_keys ADD COLUMN revoked_at INTEGER;
  ALTER TABLE api_secrets ADD COLUMN expires_at INTEGER;
  ALTER TABLE api_secrets ADD COLUMN revoked_at INTEGER;
  ALTER TABLE api_secrets ADD COLUMN networks TEXT NOT NULL DEFAULT '[]';
`
