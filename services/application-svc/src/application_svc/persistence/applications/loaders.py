"""What a whole batch of use cases needs, in at most one statement a table."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from application_svc.domain.applications.exposure import COUNTED, EXPOSURE_LOCK, Bound, Exposure
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.consents.consent import GivenConsent, Purpose
from application_svc.domain.consents.consent_text import TextLine, TextStatus
from application_svc.domain.customers.customer import NOT_PAYABLE, Borrower, CardState, Tokens
from application_svc.domain.documents.documents import Document
from application_svc.domain.documents.reuse import Earlier
from application_svc.domain.products.product import Product
from application_svc.domain.reveals.reveal import WITHIN, KnownTask, StatedCase
from application_svc.persistence.customers.vault import FIELDS
from application_svc.use_cases.applications.submit_draft import SubmitDraft
from application_svc.use_cases.contracts.record_decision import RecordDecision
from application_svc.use_cases.contracts.sign_contract import SignContract
from application_svc.use_cases.ports import Asking, GivenOut, Holding, Identity, KeptScan, Known, Scope, Sealed
from loan_contracts.messages import Outcome, ReviewUpdated
from loan_contracts.values import Source
from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork

KNOWN = (
    "select c.person_token, c.id, s.details_token from customers c join sealed_details s on s.customer_id = c.id"
    " where c.person_token = any($1::text[])"
)
# Consents and applications are found by indexes that begin with the customer's id. The states stand in a filter, where
# the planner cannot think of the index of states: it would read half the table as long as it knows no statistics.
COUNTS = (
    f"filter (where status in ({', '.join(repr(status.value) for status in COUNTED)})"
    f" and contract_status is distinct from '{ContractStatus.TERMINATED.value}')"
)
EXPOSURES = (
    f"select array_agg(id) {COUNTS} as applications, array_agg(product_code) {COUNTS} as products,"
    f" array_agg(product_version) {COUNTS} as versions,"
    " array_agg(case when decision is null then amount_minor"
    f"   else coalesce((offer->>'principal_minor')::bigint, 0) end) {COUNTS} as amounts,"
    f" array_agg(coalesce((offer->>'term_months')::int, term_months)) {COUNTS} as terms,"
    f" array_agg((offer->>'annual_rate')::numeric) {COUNTS} as rates,"
    f" array_agg(contract_status) {COUNTS} as contracts"
    " from applications where customer_id = c.id"
)
# What a permission was given for is over when an application that it served has ended and none that it served was under
# way then; a later application is another matter. For the approval it ends with its pay-out at the latest.
ENDED = "(case k.purpose when '{purpose}' then {of}.approval_ended_at else {of}.ended_at end)"
OF_ONE, OF_OTHER = (ENDED.format(purpose=Purpose.LOAN_APPROVAL.value, of=of) for of in ("one", "other"))
IN_FORCE = (
    "k.withdrawn_at is null and k.valid_until > $2 and not exists (select 1 from applications one"
    f" where one.customer_id = k.customer_id and one.submitted_at >= k.valid_from and {OF_ONE} is not null"
    " and not exists (select 1 from applications other where other.customer_id = k.customer_id"
    f"  and other.submitted_at between k.valid_from and {OF_ONE} and ({OF_OTHER} is null or {OF_OTHER} > {OF_ONE})))"
)
ASKING = (
    "select c.id, c.branch, c.birth_date, c.id_expires_on, c.person_token, c.mobile_token, c.card_token,"
    " k.ids, k.sources, k.purposes, k.since, k.until, e.*"
    " from customers c cross join lateral ("
    "   select array_agg(id) as ids, array_agg(source) as sources, array_agg(purpose) as purposes,"
    "     array_agg(valid_from) as since, array_agg(valid_until) as until"
    f"   from consents k where customer_id = c.id and {IN_FORCE}) k"
    f" cross join lateral ({EXPOSURES}) e where c.id = any($1::uuid[])"
)
TEXTS = "select source, purpose, text_version, hash, valid_from from consent_texts where status = $1"
TEXT_VERSIONS = "select source, purpose, text_version from consent_texts"
SCANS = "select customer_id, id, sha256, media_type from consent_scans where customer_id = any($1::uuid[])"
GIVEN_OUT = (
    "select p.application_id, p.disclosure_hash, {text}, d.delivered_to, d.delivered_at, clock_timestamp()"
    " from papers p left join disclosure_deliveries d"
    " on d.application_id = p.application_id and d.disclosure_hash = p.disclosure_hash"
    " where p.application_id = any($1::uuid[])"
)
EARLIER = (
    "select a.customer_id, a.id, a.documents::text,"
    " (select max(r.renewed_at) from identity_renewals r where r.customer_id = a.customer_id)"
    " from applications a where a.customer_id = any($1::uuid[]) and a.submitted_at is not null"
    " and json_array_length(a.documents) > 0 order by a.id"
)
DOCUMENT_LIST = TypeAdapter(list[Document])
HOLDING = (
    "select c.id, c.id_expires_on, c.card_state, c.card_token, e.*"
    f" from customers c cross join lateral ({EXPOSURES}) e where c.id = any($1::uuid[])"
)
VERSIONS = "select content::text from product_versions where code = any($1::text[]) order by code, version"
SEALED = (
    f"select c.id, c.branch, {', '.join(f's.{field}' for field in FIELDS)}"
    " from customers c join sealed_details s on s.customer_id = c.id where c.id = any($1::uuid[])"
)
TASKS = (
    "select task_id, (array_agg(application_id))[1], coalesce(max(role), ''),"
    " (array_agg(assignee order by sequence desc))[1], bool_and(open)"
    " from task_facts where task_id = any($1::uuid[]) group by task_id"
)
CASES = "select id, customer_id, status, loan_id is not null from applications where id = any($1::uuid[])"
SEEN = (
    "select read_by, array_agg(distinct customer_id) from identity_reads"
    " where read_by = any($1::text[]) and read_at > $2 and application_id is not null group by read_by"
)
CARD = "card_number"
PAYABLE = (
    "case when exists (select 1 from customers c where c.id = s.customer_id and c.card_state in"
    f" ({', '.join(repr(state.value) for state in NOT_PAYABLE)})) then null else s.{CARD} end"
)
IDENTITIES = "select s.customer_id, {fields}, {more} from sealed_details s where s.customer_id = any($1::uuid[])"
CONSENTS_AND_CODE = (
    "(select json_agg(json_build_object('consent_id', k.id, 'source', k.source, 'purpose_code', k.purpose,"
    "     'valid_from', k.valid_from, 'valid_until', k.valid_until) order by k.purpose, k.valid_until)::text"
    f"   from consents k where k.customer_id = s.customer_id and {IN_FORCE}),"
    " (select a.organisation_code from applications a where a.customer_id = s.customer_id"
    "   and a.organisation_code is not null order by a.id desc limit 1)"
)


class SqlPreloads:
    """Implements `use_cases.ports.Preloads`. Several of them may serve one batch: what two would note, each adds to."""

    async def known_persons(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`known` by the `tokens` of the commands; customers who come again are loaded with them."""
        rows = await uow.read(KNOWN, list({command.tokens.person for command in commands}))
        uow.batch["known"] = {row[0]: Known(row[1], row[2]) for row in rows}
        await uow.customers.preload([row[1] for row in rows])
        if any(command.wishes for command in commands):
            await self._texts_and_scans(uow, [row[1] for row in rows])

    async def granting(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands, `texts`, and their customers' `scans`."""
        await self.customers(uow, commands)
        await self._texts_and_scans(uow, [command.customer_id for command in commands])

    async def _texts_and_scans(self, uow: UnitOfWork, customers: list[UUID]) -> None:
        uow.batch["texts"] = [
            TextLine(Source(source), Purpose(purpose), *rest)
            for source, purpose, *rest in await uow.read(TEXTS, TextStatus.APPROVED.value)
        ]
        await self._scans(uow, customers)

    async def _scans(self, uow: UnitOfWork, customers: list[UUID]) -> None:
        rows = map(tuple, await uow.read(SCANS, customers))
        uow.batch.setdefault("scans", {}).update({row[:2]: KeptScan(*row[2:]) for row in rows})

    async def scans(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands, and their `scans`."""
        await self.customers(uow, commands)
        await self._scans(uow, [command.customer_id for command in commands])

    async def texts(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`text_versions`, and wordings by the `text_id` of the commands that have one."""
        rows = await uow.read(TEXT_VERSIONS)
        uow.batch["text_versions"] = {(Source(row[0]), Purpose(row[1]), row[2]) for row in rows}
        await uow.consent_texts.preload([command.text_id for command in commands if hasattr(command, "text_id")])

    async def borrowers(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`asking` by the `customer_id` of the commands; of those that name an application that application and who is
        `asking`, or `holding` where it is signed. One preload for all of them: customers are locked at once."""
        signing = [command for command in commands if isinstance(command, SignContract)]
        drafts = [command for command in commands if isinstance(command, SubmitDraft)]
        holding = await _their_customers(uow, signing) if signing else set()
        asking = await _their_customers(uow, drafts) if drafts else set()
        asking |= {command.customer_id for command in commands if hasattr(command, "customer_id")}
        await follow_one_another(uow, (EXPOSURE_LOCK.format(id) for id in asking | holding))
        if asking:
            await _note_asking(uow, asking)
        if holding:
            await _note_holding(uow, holding)
        reusing = [command for command in commands if getattr(command, "reuse_documents", False)]
        of_drafts = await _their_customers(uow, [each for each in reusing if isinstance(each, SubmitDraft)])
        await _note_earlier(uow, of_drafts | {each.customer_id for each in reusing if hasattr(each, "customer_id")})

    async def decided(self, uow: UnitOfWork, commands: Sequence[RecordDecision]) -> None:
        """Applications by the `application_id` of the commands, and `holding` of those to whom a loan is offered."""
        await self.applications(uow, commands)
        offered = [command for command in commands if command.decision.outcome is not Outcome.DECLINED]
        if holding := await _their_customers(uow, offered):
            await follow_one_another(uow, (EXPOSURE_LOCK.format(id) for id in holding))
            await _note_holding(uow, holding)

    async def applications(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands."""
        await uow.applications.preload([command.application_id for command in commands])

    async def disclosures(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands, and what was `given_out`, with the texts."""
        await self._given_out(uow, commands, "p.disclosure")

    async def readings(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """As `disclosures`, without the texts."""
        await self._given_out(uow, commands, "''")

    async def _given_out(self, uow: UnitOfWork, commands: Sequence[Any], text: str) -> None:
        ids = list({command.application_id for command in commands})
        await uow.applications.preload(ids)
        rows = await uow.read(GIVEN_OUT.format(text=text), ids)
        at = {(row[0], row[1], row[3]): row[4] for row in rows if row[3] is not None}
        clock = rows[0][5] if rows else uow.now  # without papers there is nothing to measure
        given_out: GivenOut = uow.batch.setdefault("given_out", GivenOut({}, {}, clock))
        given_out.texts.update({row[0]: row[2] for row in rows if row[2]})
        given_out.at.update(at)

    async def reviews(self, uow: UnitOfWork, messages: Sequence[ReviewUpdated]) -> None:
        """Borrowers' requests by the `review_id` of the messages."""
        await uow.reviews.preload([message.review_id for message in messages])

    async def consents(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Consents by the `consent_id` of the commands."""
        await uow.consents.preload([command.consent_id for command in commands])

    async def customers(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands."""
        await uow.customers.preload([command.customer_id for command in commands])

    async def versions(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`versions` by the codes of the commands' `product`, oldest first."""
        await self._versions(uow, {command.product.code for command in commands})

    async def proposals(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Product proposals by the `proposal_id` of the commands, and `versions` of their products."""
        ids = [command.proposal_id for command in commands]
        await uow.product_proposals.preload(ids)
        found = [await uow.product_proposals.find(id) for id in ids]
        await self._versions(uow, {proposal.code for proposal in found if proposal is not None})

    async def _versions(self, uow: UnitOfWork, codes: set[str]) -> None:
        found: dict[str, list[Product]] = {}
        for row in await uow.read(VERSIONS, list(codes)):
            product = Product.model_validate(load_json(row[0]))
            found.setdefault(product.code, []).append(product)
        uow.batch.setdefault("versions", {}).update(found)

    async def sealed(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`sealed` by the `customer_id` of the commands."""
        rows = await uow.read(SEALED, list({command.customer_id for command in commands}))
        uow.batch.setdefault("sealed", {}).update(
            {id: Sealed(branch, dict(zip(FIELDS, values, strict=True))) for id, branch, *values in rows}
        )

    async def looks(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """What a look at protected values needs: `sealed`, `tasks` and `cases` by id, customers `seen` by caller."""
        await self.sealed(uow, commands)
        task_ids = list({c.task_id for c in commands if c.task_id})
        rows = await uow.read(TASKS, task_ids) if task_ids else ()
        tasks = uow.batch["tasks"] = {row[0]: KnownTask(*row[1:]) for row in rows}
        stated = {c.application_id for c in commands if c.application_id} | {t.application_id for t in tasks.values()}
        cases = await uow.read(CASES, list(stated))
        uow.batch["cases"] = {row[0]: StatedCase(row[1], ApplicationStatus(row[2]), row[3]) for row in cases}
        looked = await uow.read(SEEN, list({c.caller.subject for c in commands}), uow.now - WITHIN)
        uow.batch["seen"] = {row[0]: frozenset(row[1]) for row in looked}

    async def sealed_customers(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Customers and `sealed` by the `customer_id` of the commands."""
        await self.customers(uow, commands)
        await self.sealed(uow, commands)

    async def identities(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`identities` by the `ids` of the commands, as far as their `scope` goes."""
        wanted: dict[Scope, set[UUID]] = {}
        for command in commands:
            wanted.setdefault(command.scope, set()).update(command.ids)
        uow.batch["identities"] = {scope: await _identities(uow, scope, list(ids)) for scope, ids in wanted.items()}


async def _identities(uow: UnitOfWork, scope: Scope, ids: list[UUID]) -> dict[UUID, Identity]:
    fields = ", ".join(PAYABLE if field == CARD and scope.payable_card else f"s.{field}" for field in scope.fields)
    if scope.consents:
        rows = await uow.read(IDENTITIES.format(fields=fields, more=CONSENTS_AND_CODE), ids, uow.now)
    else:
        rows = await uow.read(IDENTITIES.format(fields=fields, more="null, null"), ids)
    return {
        id: Identity(id, dict(zip(scope.fields, values, strict=True)), consents or "[]", organisation_code)
        for id, *values, consents, organisation_code in rows
    }


async def _their_customers(uow: UnitOfWork, commands: Sequence[Any]) -> set[UUID]:
    ids = list({command.application_id for command in commands})
    await uow.applications.preload(ids)
    found = [await uow.applications.find(id) for id in ids]
    return {application.customer_id for application in found if application is not None}


async def _note_asking(uow: UnitOfWork, ids: set[UUID]) -> None:
    asking = uow.batch.setdefault("asking", {})
    for row in await uow.read(ASKING, list(ids), uow.now):
        id, branch, birth_date, id_expires_on, person, mobile, card, *aggregated = row
        given = [GivenConsent(consent_id, Source(source), Purpose(purpose), since, until, None)
                 for consent_id, source, purpose, since, until in _rows(aggregated[:5])]  # fmt: skip
        customer = Borrower(id, branch, birth_date, id_expires_on, Tokens(person, mobile, card))
        asking[id] = Asking(customer, given, _exposures(aggregated[5:]))


async def _note_holding(uow: UnitOfWork, ids: set[UUID]) -> None:
    holding = uow.batch.setdefault("holding", {})
    for id, documents_until, card_state, card, *aggregated in await uow.read(HOLDING, list(ids)):
        holding[id] = Holding(documents_until, CardState(card_state), card, _exposures(aggregated))


def _exposures(columns: Sequence[Sequence[Any] | None]) -> dict[UUID, Exposure]:
    return {
        id: Exposure(product, version, amount, term, rate, Bound.by(contract and ContractStatus(contract)))
        for id, product, version, amount, term, rate, contract in _rows(columns)
    }


async def _note_earlier(uow: UnitOfWork, ids: set[UUID]) -> None:
    """`earlier` papers of those customers who let them serve again."""
    if ids:
        uow.batch["earlier"] = earlier_of(await uow.read(EARLIER, list(ids)))


def earlier_of(rows: Iterable[Any]) -> dict[UUID, Earlier]:
    """From rows of `EARLIER`."""
    found: dict[UUID, Earlier] = {}
    for customer_id, application_id, documents, renewed_at in rows:
        earlier = found.setdefault(customer_id, Earlier([], renewed_at))
        earlier.papers.extend((application_id, each) for each in DOCUMENT_LIST.validate_json(documents))
    return found


def _rows(columns: Sequence[Sequence[Any] | None]) -> Iterable[tuple[Any, ...]]:
    """The rows behind aggregated columns, which are null where there were none."""
    return zip(*(column or () for column in columns), strict=True)
