"""Version 1.1: the copies that were made, and which cases each of them holds.

``copy_cases`` refers to no case on purpose: a case that is erased here may live on in a copy, and its bare id says so.
"""

VERSION = (1, 1)

STATEMENTS = (
    """
    CREATE TABLE copies (
        id TEXT NOT NULL PRIMARY KEY,
        place TEXT NOT NULL,
        made_on TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE copy_cases (
        copy_id TEXT NOT NULL REFERENCES copies (id) ON DELETE CASCADE,
        case_id TEXT NOT NULL,
        PRIMARY KEY (copy_id, case_id)
    ) STRICT
    """,
    "CREATE INDEX copy_cases_by_case ON copy_cases (case_id)",
)
