"""Walks through the evidence chain and says whether it holds."""

import asyncio
from dataclasses import dataclass

from loan_servicekit.core import Invalid
from reporting_svc.domain.evidence.chain import Fault, FaultCode, Head, Verifier
from reporting_svc.use_cases.evidence.ports import Chain, EvidenceQueries


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were found good, where the chain ends, and the first fault if there is one."""

    entries: int
    head: Head
    fault: Fault | None


async def verify_chain(first: int, last: int | None, queries: EvidenceQueries) -> Verdict:
    """Checks the entries from `first` to `last` (None: to the end, head included) as they are at one moment."""
    if last is not None and last < first:
        raise Invalid("range-invalid", "`from` is not greater than `to`")
    async with queries.chain(first, last) as chain:
        if chain.before is None:
            fault = Fault(first - 1, FaultCode.ENTRY_MISSING, "the entry before the range is missing")
            return Verdict(0, chain.head, fault)
        return await _walked(chain, chain.before, last)


async def _walked(chain: Chain, before: Head, last: int | None) -> Verdict:
    verifier = Verifier(before)
    async for piece in chain.pieces:
        fault = await asyncio.to_thread(verifier.walk, piece)
        if fault:
            return Verdict(verifier.entries, chain.head, fault)
    if last is None or last >= chain.head.seq:
        return Verdict(verifier.entries, chain.head, verifier.end(chain.head))
    missing = verifier.last.seq < last
    fault = Fault(verifier.last.seq + 1, FaultCode.ENTRY_MISSING, "the range ends early") if missing else None
    return Verdict(verifier.entries, chain.head, fault)
