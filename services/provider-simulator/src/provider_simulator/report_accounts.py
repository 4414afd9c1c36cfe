"""The accounts of a credit report: made up so that they add up to given facts (domain.md §7.1)."""

from dataclasses import dataclass

from loan_contracts.facts import BureauFacts
from provider_simulator.payment_history import CLEAN as _CLEAN
from provider_simulator.payment_history import MONTHS, late_months

LOAN, CARD, _RECOVERED = "D1", "R2", "C1"
_HOUSING, _CONSUMER, _CARD_USE = "11", "91", "81"
_MORTGAGED, _GUARANTEED, _UNSECURED = "2", "3", "4"
_NORMAL, _OVERDUE, SETTLED = "1", "2", "3"
_RUNNING, _ENDED = "1", "2"  # of a debt that is recovered
_SHORT_OF_COLLATERAL, _FROZEN, _ENFORCED = "6", "2", "8"
_BY_GUARANTOR, _EXTENDED, _NO_SUCH = "2", "1", "99"  # special transactions
GOOD, WATCHED, LOST = "1", "2", "5"  # classes
_MONTHS_LEFT = 60


@dataclass(slots=True)
class Account:
    """One account, as far as its units tell of it."""

    kind: str
    use: str
    security: str
    state: str = _NORMAL
    due: int = 0
    balance: int = 0
    limit: int = 0
    used: int = 0
    is_overdue: bool = False
    overdue: int = 0
    class_: str = GOOD
    transactions: str = ""  # their codes, joined by commas
    statuses: str = _CLEAN  # oldest first
    older: str = ""  # the same of the 36 months before them

    @property
    def granted(self) -> int:
        """Of a loan: what is left of it, or what its dues would repay."""
        return self.balance or self.due * _MONTHS_LEFT


def accounts_of(facts: BureauFacts) -> list[Account]:
    """Accounts that add up to the facts. Raises ValueError for facts that no report can say."""
    housing = facts.mortgage_accounts
    others = facts.open_accounts - housing
    if others < 0:
        raise ValueError("more housing loans than open accounts")
    unsecured = facts.unsecured_exposure_minor - facts.card_used_minor
    if unsecured < 0:
        raise ValueError("less unsecured exposure than is drawn on cards")
    loans = others // 3
    if not loans and (unsecured or (facts.monthly_debt_service_minor and not housing and others > 1)):
        loans = min(others, 1)
    accounts = [Account(LOAN, _HOUSING, _MORTGAGED) for _ in range(housing)]
    accounts += [Account(LOAN, _CONSUMER, _UNSECURED if unsecured else _GUARANTEED) for _ in range(loans)]
    cards = [Account(CARD, _CARD_USE, _UNSECURED) for _ in range(others - loans)]
    accounts += cards
    for account, limit, used in zip(
        cards,
        shares(facts.card_limit_minor, len(cards)),
        shares(facts.card_used_minor, len(cards)),
        strict=True,
    ):
        account.limit, account.used = limit, used
    _place_states(facts, accounts)
    _place_dues(facts, accounts)
    _place_unsecured(unsecured, accounts)
    accounts += [Account(_RECOVERED, _CONSUMER, _GUARANTEED, state=_RUNNING) for _ in range(facts.recovered_debts)]
    accounts += [Account(_RECOVERED, _CONSUMER, _GUARANTEED, state=_ENDED) for _ in range(facts.recovered_debts_ended)]
    _place_history(facts, accounts)
    return accounts


def _place_states(facts: BureauFacts, accounts: list[Account]) -> None:
    """Overdue and badly classed accounts from the first on, restricted and enforced ones from the last back."""
    overdue = max(facts.overdue_accounts, facts.current_overdue_minor > 0)
    classed = facts.bad_class_accounts + facts.watched_accounts
    stopped = facts.restricted_accounts + facts.enforced_accounts
    if max(overdue, classed, stopped) > len(accounts):
        raise ValueError("more accounts in a bad state than there are open ones")
    for account in accounts[:overdue]:
        account.is_overdue = True
        account.state = _OVERDUE if account.kind == LOAN else _NORMAL
    if overdue:
        accounts[0].overdue = facts.current_overdue_minor
    for position, account in enumerate(accounts[:classed]):
        account.class_ = LOST if position < facts.bad_class_accounts else WATCHED
    for position, account in enumerate(reversed(accounts)):
        if position < facts.enforced_accounts:
            account.state = _ENFORCED
        elif position < stopped:
            account.state = _SHORT_OF_COLLATERAL if account.kind == LOAN else _FROZEN


def _place_history(facts: BureauFacts, accounts: list[Account]) -> None:
    transactions = [_BY_GUARANTOR] * facts.bad_transactions + [_EXTENDED] * facts.eased_transactions
    transactions += [_NO_SUCH] * (facts.unknown_codes or 0)
    statuses, older = late_months(facts)
    if not accounts and (transactions or statuses != _CLEAN or older.strip("N")):
        accounts.append(Account(LOAN, _CONSUMER, _GUARANTEED, state=SETTLED))
    if not accounts:
        return
    accounts[0].transactions = ",".join(transactions)
    accounts[0].older = older
    late = [at for at, status in enumerate(statuses) if status != "N"]
    for position, account in enumerate(accounts[: len(late)]):
        months = ["N"] * MONTHS
        for at in late[position :: len(accounts)]:
            months[at] = statuses[at]
        account.statuses = "".join(months)


def _place_dues(facts: BureauFacts, accounts: list[Account]) -> None:
    dues = facts.monthly_debt_service_minor
    if not dues:
        return
    payers = [account for account in accounts if account.kind == LOAN]
    if not payers:
        # Cards alone would have to carry it, but dues of cards are not told as those of loans.
        payers = [Account(LOAN, _CONSUMER, _GUARANTEED, state=SETTLED)]
        accounts += payers
    for account, due in zip(payers, shares(dues, len(payers)), strict=True):
        account.due = due
        if account.state != SETTLED and account.security != _UNSECURED:
            account.balance = due * _MONTHS_LEFT


def _place_unsecured(unsecured: int, accounts: list[Account]) -> None:
    if not unsecured:
        return
    borrowed = [account for account in accounts if account.kind == LOAN and account.security == _UNSECURED]
    if not borrowed:
        raise ValueError("unsecured exposure beyond cards needs an open account besides housing loans")
    for account, balance in zip(borrowed, shares(unsecured, len(borrowed)), strict=True):
        account.balance = balance


def shares(total: int, parts: int) -> list[int]:
    """Whole yuan for each part, the rest for the first; a total of no parts is told in the summary alone."""
    if not parts:
        return []
    share = total // parts // 100 * 100
    return [total - share * (parts - 1), *([share] * (parts - 1))]
