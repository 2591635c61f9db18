"""Version 1.0: cases, their answers in three parts, drafts, places, releases, exports and settings."""

VERSION = (1, 0)

STATEMENTS = (
    """
    CREATE TABLE cases (
        id TEXT NOT NULL PRIMARY KEY,
        label TEXT NOT NULL UNIQUE,
        opened_on TEXT NOT NULL,
        last_touched_on TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cases_by_last_touch ON cases (last_touched_on DESC, label)",
    """
    CREATE TABLE shareable_answers (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        status TEXT NOT NULL,
        value TEXT,
        language TEXT NOT NULL,
        content_fingerprint TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        PRIMARY KEY (case_id, question_id),
        CHECK ((status = 'given') = (value IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE TABLE identifying_answers (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        status TEXT NOT NULL,
        value TEXT,
        language TEXT NOT NULL,
        content_fingerprint TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        PRIMARY KEY (case_id, question_id),
        CHECK ((status = 'given') = (value IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE TABLE walled_off_answers (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        status TEXT NOT NULL,
        value TEXT,
        language TEXT NOT NULL,
        content_fingerprint TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        PRIMARY KEY (case_id, question_id),
        CHECK ((status = 'given') = (value IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE TABLE drafts (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (case_id, question_id)
    ) STRICT
    """,
    """
    CREATE TABLE places (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE last_case (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX last_case_by_case ON last_case (case_id)",
    """
    CREATE TABLE releases (
        id TEXT NOT NULL PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX releases_by_case ON releases (case_id)",
    """
    CREATE TABLE exports (
        id INTEGER NOT NULL PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        exported_on TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX exports_by_case ON exports (case_id)",
    "CREATE INDEX exports_by_release ON exports (release_id)",
    """
    CREATE TABLE settings (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
)
