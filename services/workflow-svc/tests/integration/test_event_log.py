"""The event log of a process as XES: a trace a case, its events in the order of time, no person in it."""

from datetime import datetime
from typing import Any

from casework import YUAN, Casework, refused
from lxml import etree  # type: ignore[import-untyped]

XES = "{http://www.xes-standard.org/}"


def attributes(node: Any) -> dict[str, str]:
    return {child.get("key"): child.get("value") for child in node if child.get("key")}


async def test_decided_cases_are_traces_of_their_events(casework: Casework) -> None:
    clean, large = await casework.submitted(), await casework.submitted(amount_minor=400_000 * YUAN)
    for application in (clean, large):
        await casework.checked(application)
    await casework.pass_time(hours=1)
    await casework.decided((await casework.open_task(large))["id"], "DECLINE", "u-approver", reason_codes=["R05"])
    await casework.submitted()  # one that is still on its way
    answer = await casework.get("/v1/processes/personal-credit/event-log", "management")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml")
    log = etree.fromstring(answer.content)
    assert (log.tag, log.get("xes.version")) == (f"{XES}log", "1849-2016")
    assert [each.get("prefix") for each in log.findall(f"{XES}extension")] == ["concept", "time", "lifecycle", "org"]
    traces = {attributes(trace)["concept:name"]: trace for trace in log.findall(f"{XES}trace")}
    assert traces.keys() == {str(clean.application_id), str(large.application_id)}
    events = [attributes(each) for each in traces[str(large.application_id)].findall(f"{XES}event")]
    times = [datetime.fromisoformat(each["time:timestamp"]) for each in events]
    assert times == sorted(times)
    steps = [(each["concept:name"], each["lifecycle:transition"]) for each in events]
    assert {("submitted", "complete"), ("manual_review", "schedule"), ("decided", "complete")} <= {*steps}
    reviewed = next(
        e for e in events if (e["concept:name"], e["lifecycle:transition"]) == ("manual_review", "complete")
    )
    assert (reviewed["org:role"], reviewed["outcome"]) == ("approver", "DECLINE")
    assert "u-approver" not in answer.text and "u-manager" not in answer.text


async def test_the_log_is_for_those_who_see_figures(casework: Casework) -> None:
    answer = await casework.get("/v1/processes/personal-credit/event-log", "process-designer")
    assert refused(answer) == (403, "permission-missing")
