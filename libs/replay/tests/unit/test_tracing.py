"""Which application `make trace` is about, by its id or its number, and what to type where that is not clear."""

from typing import Any
from uuid import UUID

import pytest

from loan_replay.tracing import _numbered, _which

ID = "01a229b3-1dba-7190-8d4b-0e584c8bc1e3"


class Lists:
    """The API's lists of applications, two on a page, as application-svc answers."""

    def __init__(self, count: int) -> None:
        self.lines = [
            {"id": f"{n:08}{ID[8:]}", "application_no": f"XJ20261129{n:06}", "status": "SUBMITTED"}
            for n in range(count)
        ]

    async def get(self, service: str, path: str, **query: Any) -> Any:
        assert (service, path) == ("application-svc", "/v1/applications")
        first = int(query.get("cursor") or 0)
        more = first + 2 < len(self.lines)
        return {"items": self.lines[first : first + 2], "next_cursor": str(first + 2) if more else None}


@pytest.mark.parametrize(("number", "found"), [("XJ20261129000004", 4), (" xj20261129000000 ", 0), ("XJ1", None)])
async def test_an_application_is_found_by_its_number(number: str, found: int | None) -> None:
    expected = UUID(f"{found:08}{ID[8:]}") if found is not None else None
    assert await _numbered(number, Lists(5)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["", "XJ1", "not an id"])
async def test_what_to_type_is_said_with_the_latest_applications(given: str) -> None:
    said = await _which(given, Lists(2))  # type: ignore[arg-type]
    assert "make trace ID=" in said
    assert "XJ20261129000001  SUBMITTED" in said
    assert "there are none yet" in await _which(given, Lists(0))  # type: ignore[arg-type]
