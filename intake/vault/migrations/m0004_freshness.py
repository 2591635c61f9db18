"""Version 1.3: what was changed by which device and when, digests over it, and a sealed chain of changes.

Triggers note every change of every table that holds data, so that no statement can forget to. A stamp says who
changed a thing last (a random device id) and at which logical time, never at which hour. Stamps of a case go with it.
"""

VERSION = (1, 3)

_CASE_TABLES = (
    ("cases", "id", "''"),
    ("shareable_answers", "case_id", "question_id"),
    ("identifying_answers", "case_id", "question_id"),
    ("walled_off_answers", "case_id", "question_id"),
    ("drafts", "case_id", "question_id"),
    ("places", "case_id", "''"),
    ("releases", "case_id", "id"),
    ("exports", "case_id", "id"),
    ("legal_holds", "case_id", "''"),
    ("record_tokens", "case_id", "''"),
)
_OFFICE_TABLES = (
    ("last_case", "only_row"),
    ("settings", "name"),
    ("copies", "id"),
    ("copy_cases", "copy_id"),
    ("copy_states", "copy_id"),
    ("tombstones", "token"),
    ("erasing_unfinished", "only_row"),
    ("audit_ends", "name"),
    ("doubts", "id"),
)


def _trigger(view: str, table: str, row: str, event: str, values: str) -> str:
    """As short as can be: a broken page of the schema makes a whole vault unreadable, so it must have few."""
    name = f"note_{table}_{event.lower()}_{row.lower()}"
    is_gone = int(event == "DELETE")
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN INSERT INTO {view} VALUES({values},{is_gone});END"


def _case_trigger(table: str, case: str, key: str, event: str, row: str) -> str:
    own_key = key if key == "''" else f"{row}.{key}"
    return _trigger("case_notes", table, row, event, f"{row}.{case},'{table}',{own_key}")


def _office_trigger(table: str, key: str, event: str) -> str:
    row = "OLD" if event == "DELETE" else "NEW"
    return _trigger("office_notes", table, row, event, f"'{table}',{row}.{key}")


STATEMENTS = (
    """
    CREATE TABLE this_device (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        device TEXT NOT NULL,
        logical_time INTEGER NOT NULL
    ) STRICT
    """,
    "INSERT INTO this_device (only_row, device, logical_time) VALUES (1, lower(hex(randomblob(8))), 1)",
    "CREATE TABLE touched (scope TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE case_stamps (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        thing TEXT NOT NULL,
        key TEXT NOT NULL,
        device TEXT NOT NULL,
        logical_time INTEGER NOT NULL,
        is_gone INTEGER NOT NULL,
        PRIMARY KEY (case_id, thing, key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE office_stamps (
        thing TEXT NOT NULL,
        key TEXT NOT NULL,
        device TEXT NOT NULL,
        logical_time INTEGER NOT NULL,
        is_gone INTEGER NOT NULL,
        PRIMARY KEY (thing, key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tree_leaves (
        place INTEGER NOT NULL,
        scope TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (place, scope)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tree_nodes (
        level INTEGER NOT NULL,
        place INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE links (
        seq INTEGER NOT NULL PRIMARY KEY,
        device TEXT NOT NULL,
        logical_time INTEGER NOT NULL,
        root TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE chain_start (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        seq INTEGER NOT NULL,
        seal TEXT NOT NULL,
        base TEXT NOT NULL,
        signature TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE former_keys (name TEXT NOT NULL PRIMARY KEY) STRICT",
    """
    CREATE TABLE copy_states (
        copy_id TEXT NOT NULL PRIMARY KEY REFERENCES copies (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        seal TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE doubts (
        id INTEGER NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        case_id TEXT REFERENCES cases (id) ON DELETE CASCADE,
        count INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX doubts_by_case ON doubts (case_id)",
    "CREATE VIEW case_notes AS SELECT '' AS case_id, '' AS thing, '' AS key, 0 AS is_gone",
    # where a case goes, with all that hangs on it, no stamp of it is left
    """
    CREATE TRIGGER note_case INSTEAD OF INSERT ON case_notes
    BEGIN
        INSERT INTO touched (scope) VALUES ('case:' || NEW.case_id) ON CONFLICT (scope) DO NOTHING;
        INSERT INTO case_stamps (case_id, thing, key, device, logical_time, is_gone)
            SELECT NEW.case_id, NEW.thing, NEW.key, device, logical_time, NEW.is_gone FROM this_device
            WHERE EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id)
            ON CONFLICT (case_id, thing, key) DO UPDATE SET
                device = excluded.device, logical_time = excluded.logical_time, is_gone = excluded.is_gone;
    END
    """,
    "CREATE VIEW office_notes AS SELECT '' AS thing, '' AS key, 0 AS is_gone",
    """
    CREATE TRIGGER note_office INSTEAD OF INSERT ON office_notes
    BEGIN
        INSERT INTO touched (scope) VALUES ('table:' || NEW.thing) ON CONFLICT (scope) DO NOTHING;
        INSERT INTO office_stamps (thing, key, device, logical_time, is_gone)
            SELECT NEW.thing, NEW.key, device, logical_time, NEW.is_gone FROM this_device WHERE TRUE
            ON CONFLICT (thing, key) DO UPDATE SET
                device = excluded.device, logical_time = excluded.logical_time, is_gone = excluded.is_gone;
    END
    """,
    *(
        _case_trigger(table, case, key, event, row)
        for table, case, key in _CASE_TABLES
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
    _case_trigger("releases", "case_id", "id", "UPDATE", "OLD"),  # the one row that may move to another case
    *(_office_trigger(table, key, event) for table, key in _OFFICE_TABLES for event in ("INSERT", "UPDATE", "DELETE")),
)
