"""Settings that every service has: the same variable names everywhere, no default for a secret."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from loan_contracts.envelope import TRACES_IN_THOUSAND


class ServiceSettings(BaseSettings):
    """Read once from the environment in `__main__`; use cases get plain values."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    profile: Literal["development", "production"] = "production"
    host: str = "127.0.0.1"
    port: int = 8000
    root_path: str = ""
    log_level: str = "info"
    database_url: str
    kafka_bootstrap: str
    topic_prefix: str = ""
    most_message_bytes: int = Field(1_000_000, ge=1_000, description="Of a message; not more than the broker takes")
    oidc_issuer: str
    oidc_audience: str = "xinliu"
    oidc_client_id: str = ""
    oidc_client_secret: str = Field("", repr=False)
    otel_exporter_otlp_endpoint: str = ""
    trace_ratio: float = Field(TRACES_IN_THOUSAND / 1000, ge=0, le=1)
    trace_per_second: float = Field(2.0, ge=0, description="Requests a second that are traced for certain")
    gather_window_ms: float = Field(120, ge=0, description="Wait for fuller batches under load (consumer)")
    most_at_once: int = Field(200, ge=1, description="Messages in one transaction (consumer)")
    commit_window_ms: float = Field(50, ge=0, description="Wait for company under load (door)")
