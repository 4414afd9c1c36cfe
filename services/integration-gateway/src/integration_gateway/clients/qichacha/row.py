"""What settings say of 企查查."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat


class QichachaRow(BaseModel):
    """The row `qichacha` of PROVIDER_ROWS. The paths are those of its interfaces as they are sold; the last two
    differ by contract."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    credentials: Path = Field(description="Folder of app_key and secret_key")
    url: str = "https://api.qichacha.com"
    timeout_s: PositiveFloat = 8
    details: str = "ECIV4/GetBasicDetailsByName"
    abnormal: str = "ExceptionCheck/GetList"
    serious_illegal: str = "SeriousIllegalCheck/GetList"
    dishonest: str = "ShixinCheck/GetList"
    enforcement: str = "ZhixingCheck/GetList"
    spending_restricted: str = "SumptuaryCheck/GetList"
    enforcement_ended: str = "EndExecutionCaseCheck/GetList"
    judgments: str = "JudgmentDocCheck/GetList"
