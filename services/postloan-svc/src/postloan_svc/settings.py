"""Settings of postloan-svc."""

from datetime import time
from typing import Self

from pydantic import Field, model_validator

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Keys of the seals, and when days are closed."""

    contract_seal_keys: str = Field(
        repr=False,
        description="`id:base64` of 32 bytes each, comma-separated, the active one first; shared with application-svc, "
        "which seals signed contracts",
    )
    order_seal_keys: str = Field(
        repr=False, description="As `CONTRACT_SEAL_KEYS`; shared with integration-gateway, which carries out our orders"
    )
    day_closing_time: time = Field(
        time(0, 5),
        description="When, on the day after it, the service closes a business day by itself; Shanghai's time",
    )
    days_run_ahead: bool = Field(
        False, description="Whether a day may be closed before it is over: for demonstrations and tests"
    )

    lender: str = Field("", description="Name of the institution, as statements and certificates bear it")
    repayment_account: str = Field(
        "", description="Payee, bank and account that borrowers are told to transfer to; absent: they are told none"
    )

    @model_validator(mode="after")
    def _the_calendar_is_kept(self) -> Self:
        """A lender's business date never passes the calendar."""
        if self.days_run_ahead and self.profile == "production":
            raise ValueError("DAYS_RUN_AHEAD is for development alone")
        return self
