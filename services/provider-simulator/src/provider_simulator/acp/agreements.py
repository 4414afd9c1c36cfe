"""Agreements to collect (代扣协议) as the network keeps them, and what holders have on their cards."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose card it is said to be."""

    card: str
    name: str
    number: str
    mobile: str


class Agreements:
    """Who may be collected from under which number. A file has a line a change, which is on the disk before anybody is
    told; the last line of a number counts, and one without a holder is at its end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "agreements.jsonl"
        self._signed: dict[str, Holder] = {}
        self.balances: dict[str, int] = {}  # by card, where a test has set one
        if self._path.exists():
            for line in self._path.read_bytes().splitlines():
                kept = orjson.loads(line)
                self._put(kept["number"], Holder(**kept["holder"]) if kept["holder"] else None)

    def get(self, number: str) -> Holder | None:
        """Who may be collected from under a number."""
        return self._signed.get(number)

    def keep(self, number: str, holder: Holder | None) -> None:
        """Signs an agreement, or ends it."""
        line = orjson.dumps({"number": number, "holder": asdict(holder) if holder else None}) + b"\n"
        with os.fdopen(os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "wb") as file:
            file.write(line)
            file.flush()
            os.fdatasync(file.fileno())
        self._put(number, holder)

    def covers(self, card: str, amount_minor: int) -> bool:
        """Whether there is as much on a card."""
        return amount_minor <= self.balances.get(card, amount_minor)

    def take(self, card: str, amount_minor: int) -> None:
        """So much has gone from a card."""
        if card in self.balances:
            self.balances[card] -= amount_minor

    def _put(self, number: str, holder: Holder | None) -> None:
        if holder is None:
            self._signed.pop(number, None)
        else:
            self._signed[number] = holder
