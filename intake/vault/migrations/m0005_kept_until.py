"""Version 1.4: reports that are kept until a day are found without reading every answer of every report."""

VERSION = (1, 4)

STATEMENTS = (
    """
    CREATE INDEX kept_until ON walled_off_answers (case_id, value)
    WHERE question_id = 'leaving.keep_until' AND value IS NOT NULL
    """,
)
