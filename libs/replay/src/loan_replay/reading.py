"""A development system whose borrowers read faster than the parameter asks for otherwise: for stories and
benchmarks."""

from datetime import datetime
from zoneinfo import ZoneInfo

from loan_replay.target import Target

SHORT_S = 1
ZONE = ZoneInfo("Asia/Shanghai")
WHY = "a development system whose borrowers are programs; never so in production"


async def shorten_reading(target: Target, seconds: int = SHORT_S) -> None:
    """From today on the cost disclosure is read for so many seconds, as two persons want it and GET
    /v1/admin/parameters shows.

    Raises Refused; for no time at all the service takes nothing.
    """
    change = {
        "code": "disclosure.forced_read_seconds",
        "value": str(seconds),
        "unit": "second",
        "valid_from": datetime.now(ZONE).date().isoformat(),
        "source": "development",
        "confidence": "P",
        "reason": WHY,
    }
    async with target.as_user("product") as proposer, target.as_user("product-2") as approver:
        made = await proposer.post("application-svc", "/v1/admin/parameter-changes", change)
        await approver.post("application-svc", f"/v1/admin/parameter-changes/{made['id']}/approval")
