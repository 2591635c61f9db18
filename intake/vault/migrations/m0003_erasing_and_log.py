"""Version 1.2: legal holds, tombstones, an erasing that was cut short, and the sealed log of actions."""

VERSION = (1, 2)

STATEMENTS = (
    """
    CREATE TABLE legal_holds (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        set_on TEXT NOT NULL,
        released_on TEXT
    ) STRICT
    """,
    """
    CREATE TRIGGER a_hold_keeps_its_case BEFORE DELETE ON cases
    WHEN EXISTS (SELECT 1 FROM legal_holds WHERE case_id = OLD.id AND released_on IS NULL)
    BEGIN
        SELECT RAISE(ABORT, 'on hold');
    END
    """,
    """
    CREATE TABLE record_tokens (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        token TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE tombstones (
        token TEXT NOT NULL,
        gone_in TEXT NOT NULL,
        what TEXT NOT NULL,
        PRIMARY KEY (token, gone_in, what)
    ) STRICT
    """,
    "CREATE TABLE erasing_unfinished (only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1)) STRICT",
    """
    CREATE TABLE audit_entries (
        seq INTEGER NOT NULL PRIMARY KEY,
        action TEXT NOT NULL,
        staff_code TEXT NOT NULL,
        on_day TEXT NOT NULL,
        token TEXT NOT NULL,
        seal TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE audit_ends (
        name TEXT NOT NULL PRIMARY KEY CHECK (name IN ('anchor', 'head')),
        seq INTEGER NOT NULL,
        seal TEXT NOT NULL,
        signature TEXT NOT NULL
    ) STRICT
    """,
)
