"""What classifying and the daily record load for a batch. Loaders only read."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_contracts.assessment import RiskAssessed
from loan_servicekit.core.parameters import Parameters
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.tables import Fetched
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.classification.classification import Day
from postloan_svc.domain.classification.parameters import codes_of
from postloan_svc.domain.classification.risk_class import Limits
from postloan_svc.domain.classification.standing import Tolerance
from postloan_svc.domain.provision.parameters import (
    BUCKET_CODES,
    CLASS_CODES,
    EXPOSURE_CODES,
    LossTables,
    naming,
    scenarios_of,
    with_others,
)
from postloan_svc.persistence.calendar.open_day import open_day
from postloan_svc.persistence.classification.looked_at import LOOKED_AT, OF_LOANS, RUNNING_OF_LOANS
from postloan_svc.persistence.provision.estimates import SqlEstimates
from postloan_svc.persistence.provision.snapshots import SqlSnapshots
from postloan_svc.use_cases.classification.classify_loans import ClassifyLoans, FindLoans
from postloan_svc.use_cases.classification.decide_classification import DecideClassification
from postloan_svc.use_cases.classification.ports import ClassifyingBasis, DecidingBasis
from postloan_svc.use_cases.classification.request_classification import RequestClassification
from postloan_svc.use_cases.provision.take_snapshots import FIRST, BeginRecord, EndRecord, TakeSnapshots


class ClassificationLoaders:
    """The loaders of the room; everything that a regulator may change comes from the parameters of the day."""

    def __init__(self, cache: ParameterCache) -> None:
        self._cache = cache

    async def found(self, uow: UnitOfWork, commands: Sequence[FindLoans]) -> Sequence[UUID]:
        """The next loans that a day has to look at; a closing asks alone."""
        (command,) = commands
        asked = (*self.asked(command.day), command.after or FIRST, command.at_most)
        return [row.id for row in await uow.read(LOOKED_AT, *asked)]

    async def classifying_basis(self, uow: UnitOfWork, commands: Sequence[ClassifyLoans]) -> ClassifyingBasis:
        """How loans stand that a day has to look at, as far as they still run."""
        found = {}
        for command in commands:
            for row in await uow.read(RUNNING_OF_LOANS, *self.asked(command.day), list(command.loan_ids)):
                found[row.id] = self.day_of(command.day, row)
        await uow.loans.preload(list(found))
        await uow.classifications.preload(list(found))
        return ClassifyingBasis(found, self.limits)

    async def about_loans(self, uow: UnitOfWork, commands: Sequence[RequestClassification]) -> None:
        """The loans that something is asked about."""
        await uow.loans.preload([command.loan_id for command in commands])

    async def deciding_basis(self, uow: UnitOfWork, commands: Sequence[DecideClassification]) -> DecidingBasis:
        """The requests that are decided, their loans, and how these stand on the open business day."""
        today = (await uow.once(open_day)).business_date
        await uow.classification_requests.preload([command.request_id for command in commands])
        found = [await uow.classification_requests.find(command.request_id) for command in commands]
        loan_ids = [each.loan_id for each in found if each]
        await uow.ageing_pauses.preload([each.pause_id for each in found if each and each.pause_id])
        await uow.loans.preload(loan_ids)
        await uow.classifications.preload(loan_ids)
        rows = await uow.read(OF_LOANS, *self.asked(today), loan_ids)
        return DecidingBasis(today, {row.id: self.day_of(today, row) for row in rows}, self.limits(today))

    async def snapshots(
        self, uow: UnitOfWork, commands: Sequence[BeginRecord | TakeSnapshots | EndRecord]
    ) -> SqlSnapshots:
        """What records a day."""
        day = commands[0].day
        return SqlSnapshots(uow, self.tolerance(day), self.tables(day))

    async def estimates(self, uow: UnitOfWork, commands: Sequence[RiskAssessed]) -> SqlEstimates:
        """What keeps estimates."""
        return SqlEstimates(uow)

    def day_of(self, day: date, row: Fetched) -> Day:
        """How a loan stands, of a row of `looked_at`."""
        return Day(
            on=day,
            dpd=row.dpd,
            retail=row.product_code not in self._non_retail(day),
            debtor_npl_percent=Decimal(row.percent),
            riskier=row.riskier,
            restructured_on=row.on_day,
        )

    def asked(self, day: date) -> tuple[object, ...]:
        """What the statements of `looked_at` ask for, but for which loans."""
        limits, parameters = self.limits(day), self._parameters
        return (
            day,
            *self.tolerance(day),
            limits.substandard_dpd_gt,
            limits.doubtful_dpd_gt,
            limits.loss_dpd_gt,
            limits.technical_days,
            self._non_retail(day),
            limits.debtor_npl_percent,
            parameters.decimal("ecl.riskier_ratio", day),
            parameters.decimal("ecl.riskier_points", day) / 100,
        )

    def limits(self, day: date) -> Limits:
        """The parameters `class.*` of a day."""
        parameters = self._parameters
        return Limits(
            substandard_dpd_gt=int(parameters.text("class.substandard_dpd_gt", day)),
            doubtful_dpd_gt=int(parameters.text("class.doubtful_dpd_gt", day)),
            loss_dpd_gt=int(parameters.text("class.loss_dpd_gt", day)),
            technical_days=int(parameters.text("class.technical_days", day)),
            doubtful_loss_percent=parameters.decimal("class.ecl_doubtful", day),
            loss_loss_percent=parameters.decimal("class.ecl_loss", day),
            overdue_elsewhere_percent=parameters.decimal("class.cross_overdue_share", day),
            debtor_npl_percent=parameters.decimal("class.debtor_npl_share", day),
        )

    def tolerance(self, day: date) -> Tolerance:
        """What is too little to count."""
        parameters = self._parameters
        return Tolerance(int(parameters.text("dpd.tolerance", day)), parameters.decimal("dpd.materiality", day))

    def tables(self, day: date) -> LossTables:
        """The parameters `ecl.*` of a day."""
        text = self._parameters.text
        return LossTables(
            pd=with_others(text("ecl.pd", day)),
            pd_floors=naming(BUCKET_CODES)(text("ecl.pd_floors", day)),
            lgd=with_others(text("ecl.lgd", day)),
            impaired_least=naming(CLASS_CODES)(text("ecl.impaired_least", day)),
            ead=naming(EXPOSURE_CODES)(text("ecl.ead", day)),
            scenarios=scenarios_of(text("ecl.scenarios", day)),
        )

    def knows_late_in_month(self, day: date) -> bool:
        """Whether the bureau's specification knows the code M (R-3.10)."""
        return self._parameters.text("bureau.late_in_month", day) == "1"

    def _non_retail(self, day: date) -> list[str]:
        return codes_of(self._parameters.text("class.non_retail_products", day))

    @property
    def _parameters(self) -> Parameters:
        return self._cache.parameters
