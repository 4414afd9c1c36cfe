"""What settings say of Tencent Cloud."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat


class Template(BaseModel):
    """A text that the cloud has approved: its number, and which of our parameters stand in its places, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    parameters: tuple[str, ...] = ()


class TencentRow(BaseModel):
    """The row `tencent` of PROVIDER_ROWS."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    credentials: Path = Field(description="Folder of secret_id and secret_key")
    faceid_url: str = "https://faceid.tencentcloudapi.com/"
    sms_url: str = "https://sms.tencentcloudapi.com/"
    ocr_url: str = "https://ocr.tencentcloudapi.com/"
    region: str = "ap-guangzhou"
    timeout_s: PositiveFloat = 5
    sms_app: str = Field("", description="SmsSdkAppId")
    sms_signature: str = Field("", description="SignName, as approved")
    sms_templates: Mapping[str, Template] = Field({}, description="By the names that the platform has for its messages")
