"""What the parameters of postloan-svc may be: numbers of the law that its calculations read, working days."""

from loan_contracts.values import Tenor
from loan_servicekit.core.parameters import ParameterCatalogue, ParameterKind, number
from loan_servicekit.core.working_days import WORKING_DAYS
from postloan_svc.domain.classification.parameters import CLASSIFICATION
from postloan_svc.domain.debits.attempt import times_of
from postloan_svc.domain.delinquency.cap import CapMeasure
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.provision.parameters import EXPECTED_LOSS

LPR = {Tenor.ONE_YEAR: "lpr_1y", Tenor.FIVE_YEARS: "lpr_5y"}
CATALOGUE = ParameterCatalogue(
    {
        **WORKING_DAYS,
        **CLASSIFICATION,
        **EXPECTED_LOSS,
        "lpr_1y": number("%", "risk", "Loan prime rate of one year, from the day of its publication", "0.01", "36", 4),
        "lpr_5y": number(
            "%", "risk", "Loan prime rate of five years and longer, from the day of its publication", "0.01", "36", 4
        ),
        "class.substandard_dpd_gt": number(
            "day", "risk", "Days past due after which interest is not accrued", "1", "360"
        ),
        "extension.count": number("time", "risk", "How often a term may be extended", "0", "10"),
        "extension.le1y": number("%", "risk", "By how much of it a term of up to a year may be extended", "0", "100"),
        "extension.gt1y": number("%", "risk", "By how much of it a longer term may be extended", "0", "100"),
        "extension.months": number("month", "risk", "By how many months any term may be extended", "0", "360"),
        "waiver.alone": number("CNY", "risk", "Up to how much of a loan one person lets go alone", "0", "1000000", 2),
        "change.process_over": number(
            "CNY",
            "risk",
            "Above it a process decides restructurings, waivers and write-offs; up to it two people",
            "0",
            "10000000",
            2,
        ),
        "change.committee_over": number("CNY", "risk", "Above it a committee decides them", "0", "10000000", 2),
        "vat.interest": number("%", "risk", "Value added tax that interest, penalty and fees contain", "0", "30", 4),
        "pay.purpose_check_days": number(
            "day", "product", "Within them somebody looks at what a loan was used for that its borrower got", "1", "365"
        ),
        "pay.release_over.online": number(
            "CNY",
            "product",
            "Above it a person releases what was sold online; 0: the machine alone",
            "0",
            "10000000",
            2,
        ),
        "pay.release_over.branch": number(
            "CNY",
            "product",
            "Above it a person releases what was sold at a branch; 0: the machine alone",
            "0",
            "10000000",
            2,
        ),
        "loan_days.months": number(
            "month", "risk", "Months for which the daily record of loans stays at hand", "24", "600"
        ),
        "debit.times": ParameterKind(
            "time",
            "product",
            "When what is due is collected from cards",
            "times of day as HH:MM, rising, by commas",
            times_of,
        ),
        "debit.most_dpd": number("day", "product", "Days past due up to which it is collected", "0", "3650"),
        "debit.most_parts": number(
            "time", "product", "How often less is asked for where there is not enough; 0: never", "0", "10"
        ),
        "debit.least_part": number("CNY", "product", "What is too little to be asked for as a part", "1", "100000", 2),
        "allocation.axis": ParameterKind(
            "code", "risk", "Whether money goes across instalments or down", f"one of {', '.join(Axis)}", Axis
        ),
        "exec.double_interest_daily": number(
            "%", "risk", "What a day of delay after a judgment costs of the principal", "0", "1", 6
        ),
        "cap.measure": ParameterKind(
            "code", "risk", "How the line on all charges is measured", f"one of {', '.join(CapMeasure)}", CapMeasure
        ),
        "cap.court_financial": number("%", "risk", "Most that all charges together may cost a year", "0.01", "36", 4),
    }
)
