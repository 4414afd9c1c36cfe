"""A scenario: people, faults, scripts and the rest of the switches, in one document."""

from pydantic import BaseModel, ConfigDict

from provider_simulator.faults import Fault
from provider_simulator.payments import Balance, Break, Return, Script
from provider_simulator.profiles import Override
from provider_simulator.tencent.invoices import Invoice


class Scenario(BaseModel):
    """Takes effect beside what is switched on already; each part has the shape of its own switch."""

    model_config = ConfigDict(extra="forbid")

    people: dict[str, Override] = {}
    faults: dict[str, Fault] = {}
    payment_scripts: list[Script] = []
    balances: dict[str, Balance] = {}
    returns: list[Return] = []
    breaks: list[Break] = []
    invoices: dict[str, Invoice] = {}
