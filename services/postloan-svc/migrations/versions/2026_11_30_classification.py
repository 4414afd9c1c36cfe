"""How loans stand, their classes and stages, expected loss: parameters, classifications, the daily record of all loans."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_classification"
down_revision = "2026_11_30_pay_outs"

# Rows of 0.2.0 hold an instalment as values in an order, later ones by name.
OF = "case when json_typeof(i.row) = 'array' then i.row ->> {place} else i.row ->> '{name}' end"


def of(name: str, place: int, kind: str = "bigint") -> str:
    return f"({OF.format(name=name, place=place)})::{kind}"


LATER = "coalesce((case when json_typeof(i.row) = 'object' then i.row ->> '{}' end)::{}, {})"
FEE = f"{LATER.format('fee_minor', 'bigint', 0)} - {LATER.format('fee_paid_minor', 'bigint', 0)}"
PRINCIPAL = f"{of('principal_minor', 3)} - {of('principal_paid_minor', 8)}"
INTEREST = f"{of('interest_minor', 4)} - {of('interest_paid_minor', 9)}"
DUE_ON = of("due_on", 2, "date")
ARREARS = f"""
    update loans l set product_code = l.contract ->> 'product_code',
        principal_minor = (l.contract ->> 'principal_minor')::bigint, first_due_on = p.first_due,
        maturity_on = p.maturity, arrears = p.arrears
    from (select x.id, min({DUE_ON}) filter (where {of("number", 0, "int")} > 0) as first_due, max({DUE_ON}) as maturity,
        json_agg(json_build_object('due_on', {DUE_ON},
            'counts_from', {LATER.format("moved_to", "date", DUE_ON)} + (x.contract ->> 'grace_days')::int + 1,
            'principal_minor', {PRINCIPAL}, 'interest_minor', {INTEREST}, 'fee_minor', {FEE}) order by i.place)
          filter (where {of("fell_due", 12, "boolean")} and {PRINCIPAL} + {INTEREST} + {FEE} > 0) as arrears
        from loans x left join json_array_elements(x.instalments) with ordinality as i(row, place) on true group by x.id) p
    where p.id = l.id"""
MONTH = """create function month_of_days(day date) returns void language plpgsql as $$
    declare first date := date_trunc('month', day); name text := 'loan_days_' || to_char(day, 'YYYY_MM');
    begin
        if to_regclass(name) is null then
            perform pg_advisory_xact_lock(hashtext('loan_days'));
            execute format('create table if not exists %I partition of loan_days for values from (%L) to (%L)',
                name, first, first + interval '1 month');
            execute format('create trigger rows_stay before update or delete on %I
                for each row execute function rows_stay()', name);
        end if;
    end $$"""
PARAMETERS = [
    ("class.doubtful_dpd_gt", "270", "day", date(2023, 7, 1), "令〔2023〕第1号", "C2"),
    ("class.loss_dpd_gt", "360", "day", date(2023, 7, 1), "令〔2023〕第1号", "C2"),
    ("class.technical_days", "7", "day", date(2023, 7, 1), "令〔2023〕第1号", "MH"),
    ("class.ecl_doubtful", "50", "%", date(2023, 7, 1), "令〔2023〕第1号", "MH"),
    ("class.ecl_loss", "90", "%", date(2023, 7, 1), "令〔2023〕第1号", "MH"),
    ("class.cross_overdue_share", "20", "%", date(2023, 7, 1), "令〔2023〕第1号", "MH"),
    ("class.debtor_npl_share", "10", "%", date(2023, 7, 1), "令〔2023〕第1号", "MM"),
    ("class.non_retail_products", "NONE", "codes", date(2023, 7, 1), "domain.md R-4.8; the list is ours", "P"),
    ("dpd.tolerance", "0", "fen", date(2020, 1, 1), "domain.md §4.4", "P"),
    ("dpd.materiality", "0", "%", date(2020, 1, 1), "domain.md §4.4", "P"),
    ("bureau.late_in_month", "0", "flag", date(2020, 1, 1), "domain.md R-3.10", "C2"),
    ("ecl.pd", "A:1 B:2 C:4 D:8 E:15 *:5", "table", date(2020, 1, 1), "domain.md §4.3", "P"),
    (
        "ecl.pd_floors",
        "M0:0.03 M1:10 M2:35 M3:65 M4:100 M5:100 M6:100 M6+:100",
        "table",
        date(2020, 1, 1),
        "domain.md §4.3",
        "P",
    ),
    ("ecl.lgd", "PCL-ONLINE:60 PCL-BRANCH:60 SMB-OWNER:55 *:55", "table", date(2020, 1, 1), "domain.md §4.3", "P"),
    ("ecl.impaired_least", "SUBSTANDARD:30 DOUBTFUL:60 LOSS:100", "table", date(2020, 1, 1), "domain.md R-4.18", "MH"),
    ("ecl.ead", "PRINCIPAL:100 INTEREST:100 UNDRAWN:75", "table", date(2020, 1, 1), "domain.md §4.3", "P"),
    (
        "ecl.scenarios",
        "BASE:60:1:1 GOOD:20:0.8:0.95 BAD:20:1.4:1.1",
        "table",
        date(2020, 1, 1),
        "domain.md §4.3",
        "P",
    ),
    ("ecl.riskier_ratio", "2.5", "x", date(2020, 1, 1), "domain.md §4.3", "P"),
    ("ecl.riskier_points", "2", "%", date(2020, 1, 1), "domain.md §4.3", "P"),
]


def upgrade() -> None:
    execute_all(
        """alter table loans add column product_code text, add column principal_minor bigint,
            add column first_due_on date, add column maturity_on date, add column arrears json""",
        ARREARS,
        """create table classifications (
            id uuid primary key, application_id uuid not null, customer_id uuid not null, branch text not null,
            risk_class smallint not null, stage smallint not null, since date, reasons json not null,
            own_class smallint not null, signs json not null, held boolean not null, override smallint,
            restructured text, restructured_on date, upgraded_on date, floor smallint not null, look_on date,
            technical boolean not null, assessed_loss numeric, version int not null, sequence int not null
        )""",
        "create index classifications_worse on classifications (id) where risk_class > 1",
        "create index classifications_look on classifications (look_on) where look_on is not null",
        "create index classifications_bad on classifications (customer_id) where own_class >= 3",
        """create table classification_changes (
            id bigint generated always as identity primary key, loan_id uuid not null, day date not null,
            from_class smallint not null, to_class smallint not null, from_stage smallint not null,
            to_stage smallint not null, reasons json not null, dpd int not null, recorded_at timestamptz not null
        )""",
        "create index classification_changes_loan on classification_changes (loan_id, id)",
        """create trigger rows_stay before update or delete on classification_changes
            for each row execute function rows_stay()""",
        """create table ageing_pauses (
            id uuid primary key, loan_id uuid not null, first_day date not null, last_day date not null
        )""",
        "create index ageing_pauses_loan on ageing_pauses (loan_id)",
        """create table risk_estimates (
            application_id uuid primary key, grade text not null, pd numeric not null, pd_at_origination numeric not null,
            model_version text not null, assessed_at timestamptz not null
        )""",
        "create index risk_estimates_worse on risk_estimates (application_id) where pd > pd_at_origination",
        """create table discount_factors (
            annual_rate numeric not null, half_months int not null, factor numeric not null,
            primary key (annual_rate, half_months)
        )""",
        """create table loan_days (
            day date not null, loan_id uuid not null, branch text not null, product_code text not null,
            value_date date not null, principal_minor bigint not null, outstanding_minor bigint not null,
            overdue_minor bigint not null, dpd int not null, terms smallint not null, bucket smallint not null,
            risk_class smallint not null, stage smallint not null, pd numeric not null, lgd numeric not null,
            exposure_minor bigint not null, loss_minor bigint not null, primary key (day, loan_id)
        ) partition by range (day)""",
        MONTH,
        "create table days_recorded (day date primary key, recorded_at timestamptz not null)",
    )
    seed_parameters(PARAMETERS)
