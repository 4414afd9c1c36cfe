"""The wording by which a customer lets his face be compared."""

from alembic import op

from application_svc.domain.consents.consent_text import FIRST_DAY, FIRST_VERSION, seeded_texts
from loan_contracts.values import Source

revision = "2026_11_30_faces"
down_revision = "2026_11_30_partners"

INSERT = (
    "insert into consent_texts (id, source, purpose, text_version, wording, hash, valid_from, status, proposed_by,"
    " proposed_at, decided_by, decided_at, version, sequence)"
    " values ($1, $2, $3, $4, $5, $6, $7, 'APPROVED', 'seed', now(), 'seed', now(), 1, 0)"
    " on conflict (id) do nothing"
)


def upgrade() -> None:
    for id, source, purpose, wording, hash in seeded_texts():
        if source is Source.FACE:  # where the wordings were seeded after this one was written, it is there
            row = (id, source.value, purpose.value, FIRST_VERSION, wording, hash, FIRST_DAY)
            op.get_bind().exec_driver_sql(INSERT, row)
