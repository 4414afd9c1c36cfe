"""What settings say of e签宝."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat


class EsignRow(BaseModel):
    """The row `esign` of PROVIDER_ROWS."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    credentials: Path = Field(description="Folder of app_id and app_secret")
    url: str = "https://openapi.esign.cn"
    notify_url: str = Field(description="Where it posts what has happened: our /v1/notices/esign, seen from there")
    timeout_s: PositiveFloat = 10
