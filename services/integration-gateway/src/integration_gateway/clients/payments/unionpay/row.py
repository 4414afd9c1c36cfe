"""What settings say of UnionPay: where it is, as whom it is asked, and when."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat


class UnionPayRow(BaseModel):
    """The row `unionpay` of PROVIDER_ROWS. The times are the network's own sample; `absent_after_s` is when the file of
    the settlement day is there (domain.md R-7.8b)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(description="Before /gateway/api/...")
    file_url: str = Field(description="The file host")
    merchant: str = Field(pattern=r"^[0-9A-Za-z]{15}$")
    back_url: str = Field(description="Where it posts notifications: our /v1/notices/unionpay, seen from there")
    credentials: Path = Field(description="Folder of merchant.key.pem and the like")
    holder: str = Field("中国银联股份有限公司", description="Whom the certificates of its answers name")
    encrypts: bool = Field(False, description="Whether the merchant has to encrypt what names a person")
    timeout_s: PositiveFloat = 10
    queries_s: tuple[float, ...] = Field((180, 1, 2, 4, 8, 16, 32, 3_600), min_length=1)
    absent_after_s: PositiveFloat = 129_600
