"""What routes of models need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from loan_contracts.message import JsonObject


@dataclass(frozen=True, slots=True)
class RegisteredModel:
    """A model and its scorecard as registered: versions, the data's hash and the metrics stand in the card."""

    version: str
    scorecard_version: str
    card: JsonObject
    active: bool
    registered_at: datetime


class ModelQueries(Protocol):
    """Reads for the API."""

    async def models(self) -> Sequence[RegisteredModel]:
        """All registered models, newest first."""

    async def model(self, version: str) -> RegisteredModel | None:
        """One registered model."""
