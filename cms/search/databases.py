"""What each database looks words up by, kept by the database itself from an entry's `words`.

SQLite: an FTS5 table over that column, kept by triggers (sqlite.org/fts5.html, "External Content Tables"). PostgreSQL:
a tsvector made of the terms as they are, with a GIN index. Whoever changes SearchEntry's table in a migration of
SQLite's, which makes the table anew, installs this again afterwards.
"""

from cms.search.matching import WORDS_COLUMN, WORDS_TABLE

ENTRIES = "cms_search_searchentry"

SQLITE = (
    f"CREATE VIRTUAL TABLE {WORDS_TABLE} USING fts5("
    f"words, content='{ENTRIES}', content_rowid='id', detail='none', tokenize=\"ascii tokenchars '_'\")",
    f"CREATE TRIGGER {WORDS_TABLE}_added AFTER INSERT ON {ENTRIES} BEGIN "
    f"INSERT INTO {WORDS_TABLE}(rowid, words) VALUES (new.id, new.words); END",
    f"CREATE TRIGGER {WORDS_TABLE}_gone AFTER DELETE ON {ENTRIES} BEGIN "
    f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}, rowid, words) VALUES ('delete', old.id, old.words); END",
    f"CREATE TRIGGER {WORDS_TABLE}_changed AFTER UPDATE OF words ON {ENTRIES} BEGIN "
    f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}, rowid, words) VALUES ('delete', old.id, old.words); "
    f"INSERT INTO {WORDS_TABLE}(rowid, words) VALUES (new.id, new.words); END",
    f"INSERT INTO {WORDS_TABLE}({WORDS_TABLE}) VALUES ('rebuild')",
)
SQLITE_GONE = (
    *(f"DROP TRIGGER IF EXISTS {WORDS_TABLE}_{event}" for event in ("added", "gone", "changed")),
    f"DROP TABLE IF EXISTS {WORDS_TABLE}",
)
POSTGRESQL = (
    f"ALTER TABLE {ENTRIES} ADD COLUMN {WORDS_COLUMN} tsvector "
    "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
    f"CREATE INDEX {WORDS_TABLE} ON {ENTRIES} USING gin ({WORDS_COLUMN})",
)
POSTGRESQL_GONE = (f"ALTER TABLE {ENTRIES} DROP COLUMN IF EXISTS {WORDS_COLUMN}",)


def install(_apps, schema_editor) -> None:
    """Have the database keep it from now on; for migrations."""
    _run(schema_editor, {"sqlite": (*SQLITE_GONE, *SQLITE), "postgresql": (*POSTGRESQL_GONE, *POSTGRESQL)})


def remove(_apps, schema_editor) -> None:
    """Undo `install`; for migrations."""
    _run(schema_editor, {"sqlite": SQLITE_GONE, "postgresql": POSTGRESQL_GONE})


def _run(schema_editor, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
