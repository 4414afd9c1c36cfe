"""Answer models of models."""

from datetime import datetime

from pydantic import BaseModel

from loan_contracts.message import JsonObject


class ModelView(BaseModel):
    """A registered model: its card names the data's hash, the rows and the metrics."""

    version: str
    scorecard_version: str
    card: JsonObject
    active: bool
    registered_at: datetime
