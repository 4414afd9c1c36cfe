"""Settings of workflow-svc."""

from pathlib import Path

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Where the first processes come from, and whose name is on papers."""

    lender: str = Field("", description="Name of the institution, as minutes bear it")

    processes_dir: Path = Field(
        Path(__file__).resolve().parent / "processes",
        description="The seed processes: published at the first start, and again when a file has changed",
    )
