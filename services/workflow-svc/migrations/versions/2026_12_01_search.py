"""What was written about tasks is searched by pairs of characters: Chinese has no blanks between words."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_12_01_search"
down_revision = "2026_12_01_papers"


def upgrade() -> None:
    execute_all(
        """create function search_words(text) returns text[] language sql immutable strict parallel safe as $$
            select coalesce(array_agg(distinct substr(written, i, 2)), '{}')
            from (select lower($1) as written) as told, generate_series(1, length(written) - 1) as i
            where substr(written, i, 2) !~ '[[:space:]]'
        $$""",
        "create index task_notes_words on task_notes using gin (search_words(text))",
    )
