"""Answer models of models."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel


class ModelView(BaseModel):
    """A registered model: its card names the data's hash, the rows and the metrics."""

    version: str
    scorecard_version: str
    card: dict[str, Any]
    active: bool
    registered_at: datetime
