"""The general ledger: a chart of accounts, balances that only postings move, the journal of each day, what does not agree."""

from datetime import date

from alembic import op

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_general_ledger"
down_revision = "2026_11_30_prepayment_quotes"

# code, number, Chinese name, English name, kind, whether loans post to it, whether VAT is due on it
CHART = [
    ("CUSTOMER_DEPOSITS", "1002", "存放款项（客户存款）", "Deposits of customers", "ASSET", True, False),
    ("LOAN_PRINCIPAL", "1303", "贷款本金", "Loan principal", "ASSET", True, False),
    ("ACCRUED_INTEREST", "1303.02", "应计利息", "Accrued interest, not due yet", "ASSET", True, False),
    ("INTEREST_RECEIVABLE", "1132", "应收利息", "Interest receivable, due", "ASSET", True, False),
    ("LOAN_LOSS_ALLOWANCE", "1304", "贷款损失准备", "Allowance for loan losses", "ASSET", False, False),
    ("SUSPENSE", "2241", "其他应付款（溢缴款）", "Suspense: money paid beyond what was due", "LIABILITY", True, False),
    ("VAT_PAYABLE", "2221", "应交增值税", "VAT payable", "LIABILITY", False, False),
    ("INTEREST_INCOME", "6011", "利息收入", "Interest income", "INCOME", True, True),
    ("PENALTY_INCOME", "6011.02", "罚息收入", "Penalty and compound interest", "INCOME", True, True),
    ("FEE_INCOME", "6021", "手续费收入", "Fee income", "INCOME", True, True),
    ("IMPAIRMENT_LOSS", "6701", "信用减值损失", "Impairment loss", "EXPENSE", False, False),
    ("OPERATING_EXPENSE", "6602", "业务及管理费", "Operating expense", "EXPENSE", False, False),
    ("OFF_BALANCE_INTEREST", "9001", "表外应收未收利息", "Interest off the balance sheet", "MEMO", True, False),
    ("OFF_BALANCE_CONTRA", "9999", "表外对应科目", "Counterpart of what is off the balance sheet", "MEMO", True, False),
]
# Rows of 0.2.0 hold an instalment as values in an order, later ones by name.
OF = "case when json_typeof(i.row) = 'array' then i.row ->> {place} else i.row ->> '{name}' end"


def of(name: str, place: int) -> str:
    return OF.format(name=name, place=place)


OWED = f"""
    update loans l set outstanding_minor = p.outstanding, interest_due_minor = p.interest
    from (select x.id, sum(({of("principal_minor", 3)})::bigint - ({of("principal_paid_minor", 8)})::bigint) as outstanding,
            coalesce(sum(({of("interest_minor", 4)})::bigint - ({of("interest_paid_minor", 9)})::bigint)
                filter (where ({of("fell_due", 12)})::boolean), 0) as interest
        from loans x, json_array_elements(x.instalments) with ordinality as i(row, place) group by x.id) p
    where p.id = l.id"""
BOOKED = """create function books_are_kept() returns trigger language plpgsql as $$
    declare found record; open_day date;
    begin
        perform pg_advisory_xact_lock_shared(hashtext('books'));  -- a day that ends waits for who posts to it
        select business_date into open_day from business_calendars;
        select n.account, n.loan_id, n.posting_no, n.business_date into found from new_entries n
            left join accounts a on a.code = n.account and a.of_loans where a.code is null limit 1;
        if found.account is not null then
            raise exception 'account-unknown: % is no account of loans', found.account; end if;
        select n.loan_id, n.posting_no, sum(n.amount_minor) as off into found from new_entries n
            group by n.loan_id, n.posting_no having sum(n.amount_minor) <> 0 limit 1;
        if found.loan_id is not null then
            raise exception 'journal-unbalanced: posting % of loan % is off by %', found.posting_no, found.loan_id, found.off;
        end if;
        select n.business_date into found from new_entries n
            where exists (select from accounting_periods p
                where p.id = to_char(n.business_date, 'YYYY-MM') and p.status = 'CLOSED') limit 1;
        if found.business_date is not null then
            raise exception 'period-closed: % lies in a closed period', found.business_date; end if;
        select n.business_date into found from new_entries n where n.business_date < open_day limit 1;
        if found.business_date is not null then  -- the day has ended meanwhile: who posts looks again
            raise exception '% is over, % is open', found.business_date, open_day using errcode = '40001'; end if;
        insert into account_balances as b (loan_id, account, balance_minor)
            select loan_id, account, sum(amount_minor) from new_entries group by 1, 2 order by 1, 2
            on conflict (loan_id, account) do update set balance_minor = b.balance_minor + excluded.balance_minor;
        return null;
    end $$"""
ACCRUED = """create function accruals_are_kept() returns trigger language plpgsql as $$
    begin
        insert into accrual_totals as t (loan_id, on_minor, off_minor)
            select loan_id, sum(on_minor), sum(off_minor) from new_accruals group by 1 order by 1
            on conflict (loan_id) do update
                set on_minor = t.on_minor + excluded.on_minor, off_minor = t.off_minor + excluded.off_minor;
        return null;
    end $$"""
LEDGER = """create function ledger_is_kept() returns trigger language plpgsql as $$
    declare found record;
    begin
        select n.business_date, sum(n.debit_minor - n.credit_minor) as off into found from new_entries n
            group by n.business_date, n.branch, n.source, n.journal_id
            having sum(n.debit_minor) <> sum(n.credit_minor) limit 1;
        if found.business_date is not null then
            raise exception 'journal-unbalanced: %, off by %', found.business_date, found.off; end if;
        select n.business_date into found from new_entries n
            where exists (select from accounting_periods p
                where p.id = to_char(n.business_date, 'YYYY-MM') and p.status = 'CLOSED') limit 1;
        if found.business_date is not null then
            raise exception 'period-closed: % lies in a closed period', found.business_date; end if;
        return null;
    end $$"""
# Below another trigger, a posting moves the balance; on its own, nobody does.
GUARD = """create function only_postings_move_balances() returns trigger language plpgsql as $$
    begin
        if pg_trigger_depth() < 2 then
            raise exception 'balances of % change by postings alone', tg_table_name; end if;
        return coalesce(new, old);
    end $$"""


def upgrade() -> None:
    execute_all(
        """create table accounts (
            code text primary key, number text not null unique, name_zh text not null, name_en text not null,
            kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE', 'MEMO')),
            of_loans boolean not null, taxable boolean not null
        )""",
    )
    for row in CHART:
        op.get_bind().exec_driver_sql("insert into accounts values ($1, $2, $3, $4, $5, $6, $7)", row)
    execute_all(
        """create table accounting_periods (
            id text primary key, status text not null, wanted text, reason text, requested_by text,
            requested_at timestamptz, decided_by text, decided_at timestamptz, version int not null, sequence int not null
        )""",
        """create table account_balances (
            loan_id uuid not null, account text not null, balance_minor bigint not null, primary key (loan_id, account)
        ) with (fillfactor = 70)""",
        "insert into account_balances select loan_id, account, sum(amount_minor) from ledger_entries group by 1, 2",
        """alter table loans add column outstanding_minor bigint not null default 0,
            add column interest_due_minor bigint not null default 0""",
        OWED,
        BOOKED,
        ACCRUED,
        GUARD,
        """create trigger books_are_kept after insert on ledger_entries
            referencing new table as new_entries for each statement execute function books_are_kept()""",
        """create trigger accruals_are_kept after insert on accruals
            referencing new table as new_accruals for each statement execute function accruals_are_kept()""",
        *(
            f"""create trigger only_postings_move_balances before insert or update or delete on {table}
                for each row execute function only_postings_move_balances()"""
            for table in ("account_balances", "accrual_totals")
        ),
    )
    _make_the_ledger()
    seed_parameters([("vat.interest", "6", "%", date(2016, 5, 1), "财税〔2016〕36号", "MH")])


def _make_the_ledger() -> None:
    execute_all(
        """create table journals (
            id uuid primary key, business_date date not null, branch text not null, lines json not null, reason text not null,
            reverses uuid, status text not null, requested_by text not null, requested_at timestamptz not null,
            decided_by text, decided_at timestamptz, version int not null, sequence int not null
        )""",
        "create unique index journals_reverses on journals (reverses) where status <> 'REJECTED'",
        """create table gl_entries (
            id bigint generated always as identity primary key, business_date date not null, branch text not null,
            account text not null references accounts (code), debit_minor bigint not null, credit_minor bigint not null,
            entries int not null, source text not null, journal_id uuid references journals (id),
            booked_at timestamptz not null
        )""",
        "create index gl_entries_day on gl_entries (business_date, branch, account)",
        "create index gl_entries_account on gl_entries (account, branch, business_date)",
        LEDGER,
        """create trigger ledger_is_kept after insert on gl_entries
            referencing new table as new_entries for each statement execute function ledger_is_kept()""",
        "create table gl_days (day date primary key, posted_at timestamptz not null)",
        """create table reconciliations (
            day date not null, account text not null, loans_minor bigint not null, ledger_minor bigint not null,
            primary key (day, account)
        )""",
        """create table ledger_breaks (
            day date not null, loan_id uuid not null, account text not null, books_minor bigint not null,
            loan_minor bigint not null, primary key (day, loan_id, account)
        )""",
        *(
            f"create trigger rows_stay before update or delete on {table} for each row execute function rows_stay()"
            for table in ("gl_entries", "gl_days", "reconciliations", "ledger_breaks")
        ),
    )
