"""What the summaries of a credit report count: credit (PCO), public records (PPO)."""

from collections import Counter
from typing import Any

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.sources.pboc.accounts import Accounts
from integration_gateway.clients.sources.pboc.codes import BAD_DEBTS, CARDS, COUNTS, PUBLIC, REVOLVING, Unit, many


def revolving(summary: Unit, accounts: Accounts) -> tuple[int, int, int]:
    """Limits, what is drawn on all revolving accounts, and what is owed on cards among them."""
    if not accounts.count and any(int(summary[block][count]) for block, count in COUNTS.items() if block in summary):
        raise ValueError("accounts in the summary and none in the report")
    if accounts.open and not any(block in summary for block in (*COUNTS, *BAD_DEBTS)):
        raise ValueError("accounts in the report and none in the summary")
    limits = uses = cards = 0
    for kind, (block, limit, used) in REVOLVING.items():
        drawn = accounts.used[kind]
        if block in summary:
            limits += fen(summary[block][limit])
            drawn = max(drawn, fen(summary[block][used]))
        elif kind in accounts.kinds:
            raise ValueError("revolving accounts in the report and none in the summary")
        uses += drawn
        cards += drawn if kind in CARDS else 0
    return limits, uses, cards


def counted(blocks: Any, count: str, balance: str, parts: tuple[str, str, str] | None = None) -> int:
    """How many debts a block of the summary tells of, in sum or by its `parts`; a balance alone is one."""
    debts = 0
    for block in many(blocks):
        debts += max(int(block.get(count) or 0), fen(block.get(balance) or 0) > 0)
        if parts is not None:
            group, of_part, part_balance = parts
            debts = max(debts, sum(counted(part, of_part, part_balance) for part in many(block.get(group))))
    return debts


def late_in_summary(summary: Unit) -> tuple[int, int]:
    """Late months and the most instalments late at once, of five years: those of the worst kind of account (PC02D)."""
    parts = [part for block in many(summary.get("PC02D")) for part in many(block.get("PC02DH", block))]
    months = max((int(part.get("PC02DS03") or 0) for part in parts), default=0)
    longest = max((int(part.get("PC02DS04") or 0) for part in parts), default=0)
    return months, min(longest, 7)


def public_summary(report: Unit) -> Counter[str]:
    """Public records by their type in the summary; a type without records is none."""
    summed: Counter[str] = Counter()
    for block in many(report.get("PPO", {}).get("PC04")):
        for part in many(block.get("PC040H", block)):
            summed[str(part.get("PC040D01") or "").lstrip("0")] += int(part.get("PC040S02") or 0)
    return +summed


def unknown_public_records(report: Unit) -> int:
    """How many records the summary tells of, by its sum or under a type of no table,
    that are none of the known types."""
    summed = public_summary(report)
    odd = sum(count for type, count in summed.items() if type not in {known for _, _, known in PUBLIC.values()})
    blocks = many(report.get("PPO", {}).get("PC04"))
    return odd + sum(int(block.get("PC040S01") or 0) for block in blocks if not {"PC040H", "PC040D01"} & block.keys())


def public_records(report: Unit) -> dict[str, int]:
    """How many records there are of unpaid taxes, judgments, enforcement and penalties."""
    summed = public_summary(report)
    return {
        name: max(len(many(report.get(unit, {}).get(element))), summed[type])
        for name, (unit, element, type) in PUBLIC.items()
    }
