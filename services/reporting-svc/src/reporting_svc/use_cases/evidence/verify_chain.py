"""Walks through the evidence chain and says whether it holds."""

import asyncio
from dataclasses import dataclass

from loan_servicekit.core import Invalid
from reporting_svc.domain.evidence.chain import Fault, FaultCode, Head, Verifier
from reporting_svc.domain.evidence.seals import Marks, Seal, check_seals, head_is_ours
from reporting_svc.use_cases.evidence.ports import Chain, EvidenceQueries

MOST_AT_ONCE = 200_000  # entries in one request; more are a verification that workers carry on


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were found good, where the chain ends, and the first fault if there is one."""

    entries: int
    head: Head
    fault: Fault | None


async def verify_chain(first: int, last: int | None, queries: EvidenceQueries, marks: Marks) -> Verdict:
    """Checks the entries from `first` to `last` (None: to the end, head and seals included) as they are at one moment.

    Raises Invalid `range-invalid`, `range-too-long`.
    """
    if last is not None and last < first:
        raise Invalid("range-invalid", "`from` is not greater than `to`")
    async with queries.chain(first, last) as chain:
        if (min(last, chain.head.seq) if last is not None else chain.head.seq) - first >= MOST_AT_ONCE:
            more = "what is longer is checked by `POST /v1/audit/verifications`"
            raise Invalid("range-too-long", f"the range has more than {MOST_AT_ONCE} entries: {more}")
        if chain.before is None:
            fault = Fault(first - 1, FaultCode.ENTRY_MISSING, "the entry before the range is missing")
            return Verdict(0, chain.head, fault)
        verdict = await _walked(chain, chain.before, last, await queries.seals())
        if verdict.fault or last is not None:
            return verdict
        return Verdict(verdict.entries, verdict.head, await check_ends(queries, marks))


async def _walked(chain: Chain, before: Head, last: int | None, seals: list[Seal]) -> Verdict:
    verifier = Verifier(before, ends_of(seals), marks_of(seals))
    async for piece in chain.pieces:
        fault = await asyncio.to_thread(verifier.walk, piece)
        if fault:
            return Verdict(verifier.entries, chain.head, fault)
    if last is None or last >= chain.head.seq:
        return Verdict(verifier.entries, chain.head, verifier.end(chain.head))
    missing = verifier.last.seq < last
    fault = Fault(verifier.last.seq + 1, FaultCode.ENTRY_MISSING, "the range ends early") if missing else None
    return Verdict(verifier.entries, chain.head, fault)


async def check_piece(
    queries: EvidenceQueries, before: Head, last: int, seals: list[Seal]
) -> tuple[Head, Fault | None]:
    """Checks the entries behind `before` up to `last`: the last good one, and the first fault if there is one."""
    verifier = Verifier(before, ends_of(seals), marks_of(seals))
    async for piece in queries.pieces(before.seq + 1, last):
        fault = await asyncio.to_thread(verifier.walk, piece)
        if fault:
            return verifier.last, fault
    if verifier.last.seq < last:
        return verifier.last, Fault(verifier.last.seq + 1, FaultCode.ENTRY_MISSING, "the chain ends early")
    return verifier.last, None


async def check_ends(queries: EvidenceQueries, marks: Marks) -> Fault | None:
    """What is found without reading every entry: the head is ours, no seal is missing or forged, each sealed segment
    ends with the entry that it ended with, and no verification has seen more than there is now."""
    ends = await queries.ends()
    if not head_is_ours(ends.head, ends.mark, marks) and (ends.mark or ends.seals):
        return Fault(ends.head.seq, FaultCode.HEAD_FORGED, "the head is not one that the service has written")
    if fault := check_seals(ends.seals, ends.head, marks):
        return fault
    for seal in ends.seals:
        if (found := ends.hashes.get(seal.last_seq)) != seal.end_hash:
            code = FaultCode.SEAL_DIFFERS if found else FaultCode.ENTRY_MISSING
            return Fault(seal.last_seq, code, f"the segment of seal {seal.number} ended with another entry")
    for report in ends.reports:
        if not report.is_ours(marks):
            return Fault(report.last.seq, FaultCode.REPORT_FORGED, f"verification {report.id} is not what was written")
        if report.last.seq > ends.head.seq:
            detail = f"verification {report.id} has seen entry {report.last.seq}, which is gone"
            return Fault(ends.head.seq + 1, FaultCode.ENTRY_MISSING, detail)
    return None


def ends_of(seals: list[Seal]) -> dict[int, bytes]:
    """The hash of the last entry of each sealed segment, by its number."""
    return {seal.last_seq: seal.end_hash for seal in seals}


def marks_of(seals: list[Seal]) -> dict[str, str]:
    """The marks of seals, as the chain tells of them, by the seals' numbers."""
    return {str(seal.number): seal.mark.partition(".")[2] for seal in seals}
