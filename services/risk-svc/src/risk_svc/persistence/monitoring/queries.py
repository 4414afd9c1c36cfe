"""Reads of models for the API."""

import json
from collections.abc import Sequence
from typing import Any

from loan_servicekit.db.queries import Reader
from risk_svc.use_cases.monitoring.ports import RegisteredModel

MODELS = "select version, scorecard_version, card::text, active, registered_at from models order by registered_at desc"
ONE_MODEL = (
    "select version, scorecard_version, card::text, active, registered_at from models where version = $1"
    " order by active desc, registered_at desc limit 1"
)


class SqlModelQueries:
    """Implements `use_cases.monitoring.ports.ModelQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def models(self) -> Sequence[RegisteredModel]:
        """All registered models, newest first."""
        return [_model(row) for row in await self._reader.rows(MODELS)]

    async def model(self, version: str) -> RegisteredModel | None:
        """One registered model."""
        rows = await self._reader.rows(ONE_MODEL, version)
        return _model(rows[0]) if rows else None


def _model(row: Any) -> RegisteredModel:
    return RegisteredModel(
        version=row.version,
        scorecard_version=row.scorecard_version,
        card=json.loads(row.card),
        active=row.active,
        registered_at=row.registered_at,
    )
