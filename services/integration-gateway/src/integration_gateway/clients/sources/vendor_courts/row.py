"""What settings say of the vendor of the courts' lists of persons."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat


class PersonLists(BaseModel):
    """The path of each list. All of them, or none: a list that nobody asks is no clean one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dishonest: str = "/enterprise/dis-enforcement"
    enforcement: str
    spending_restricted: str
    enforcement_ended: str
    judgments: str


class PersonCourtsRow(BaseModel):
    """The row `person_courts` of PROVIDER_ROWS: a vendor whose answers have these names in these places."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    credentials: Path = Field(description="Folder of app_id and app_secret")
    url: str = Field(examples=["https://api.jumdata.com"])
    lists: PersonLists
    timeout_s: PositiveFloat = 8
    entries: str = Field("list", description="Within `data`: the entries")
    number: str = Field("idcard", description="Of an entry: whose number it is about")
    amount: str = Field("amount", description="Of an entry of the enforcement list")
    nothing: tuple[int, ...] = Field((404,), description="Values of `code` that say that there is nothing")
