/**
 * Keys cluster: numbers, request ids, session ids and token hashes all grow with time, so that an append touches the
 * right edge of each index and not a random page. Only `visitor_keys` is random, and gains a row per new visitor.
 *
 * `events` is slim, for searches; what an event holds lies in `event_bodies`, in one row, because three tables with a row
 * of 1 to 2 KiB each fill their pages badly: a sixth more was written for a lone event (measured November 2026).
 * Each kind can be forgotten by itself, by setting its column to null. Only visitors must never get a number again, since
 * an erasure under way goes by it.
 */
export const firstSchema = `

  CREATE TABLE workspaces (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE public_keys (
    number INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspaces (number),
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    environment TEXT NOT NULL,
    answer_level TEXT NOT NULL,
    origins TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE api_secrets (
    hash BLOB PRIMARY KEY,
    workspace INTEGER NOT NULL REFERENCES workspaces (number),
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE session_secrets (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE visitors (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace INTEGER NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    visits INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX visitors_by_id ON visitors (workspace, id);

  CREATE TABLE visitor_keys (
    workspace INTEGER NOT NULL,
    key BLOB NOT NULL,
    visitor INTEGER NOT NULL,
    PRIMARY KEY (workspace, key, visitor)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX visitor_keys_by_visitor ON visitor_keys (visitor);

  CREATE TABLE cookie_tokens (
    workspace INTEGER NOT NULL,
    hash BLOB NOT NULL,
    visitor INTEGER NOT NULL,
    by_signals INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cookie_tokens_by_visitor ON cookie_tokens (visitor);

  CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    workspace INTEGER NOT NULL,
    request_id TEXT NOT NULL,
    visitor INTEGER,
    at INTEGER NOT NULL,
    session BLOB NOT NULL,
    body_hash BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_request ON events (request_id);
  CREATE INDEX events_by_session ON events (session);
  CREATE INDEX events_by_visitor ON events (visitor) WHERE visitor IS NOT NULL;

  CREATE TABLE event_bodies (
    number INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    observations TEXT,
    encoding INTEGER,
    readings BLOB
  ) STRICT;

  CREATE TABLE erasures (
    visitor INTEGER PRIMARY KEY
  ) STRICT;
`
