"""Settings of reporting-svc."""

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Nobody waits for this service, so it waits for full batches."""

    gather_window_ms: float = Field(250, ge=0, description="Wait for fuller batches under load (consumer)")
    most_at_once: int = Field(500, ge=1, description="Messages in one transaction (consumer)")
    evidence_keys: str = Field(
        repr=False, description="Key id and base64 of 32 bytes, the active one first: what seals of the evidence bear"
    )
    whole_verification_days: int = Field(30, ge=1, description="How often the whole evidence chain is verified")
    otlp_token: str = Field("", repr=False, description="What senders of spans prove themselves with; empty: closed")
    span_retention_hours: int = Field(168, ge=1, description="Spans older than this are forgotten")
