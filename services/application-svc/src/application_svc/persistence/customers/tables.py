"""Customers, their sealed details, when they told of another identity document, and newcomers."""

from application_svc.domain.customers.customer import CardState, Customer, Tokens
from application_svc.domain.customers.identity_numbers import Sex
from application_svc.use_cases.customers.ports import IdentityRenewal, Newcomer, SealedDetails
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows

CUSTOMERS = aggregates(
    "customers",
    Customer,
    (
        Column("id", "uuid"),
        Column("branch", "text"),
        Column("name_masked", "text"),
        Column("identity_number_masked", "text"),
        Column("mobile_masked", "text"),
        Column("card_masked", "text"),
        Column("card_issuer", "text"),
        Column("card_warnings", "json"),
        Column("person_token", "text", of="tokens.person"),
        Column("mobile_token", "text", of="tokens.mobile"),
        Column("card_token", "text", of="tokens.card"),
        Column("birth_date", "date"),
        enumerated("sex", Sex),
        Column("id_expires_on", "date"),
        Column("virtual_operator", "bool"),
        Column("registered_at", "timestamptz"),
        Column("registered_by", "text"),
        enumerated("card_state", CardState),
    ),
    missing="customer-not-found",
    parts={"tokens": Tokens},
)
SEALED = (
    Column("name", "text"),
    Column("identity_number", "text"),
    Column("mobile", "text"),
    Column("card_number", "text"),
    Column("employer", "text"),
    Column("address", "text"),
    Column("details_token", "text"),
    Column("sealed_at", "timestamptz"),
    Column("name_form", "int"),
)
SEALED_DETAILS = rows(
    "sealed_details",
    SealedDetails,
    (Column("customer_id", "uuid"), *SEALED),
    on_conflict="on conflict (customer_id) do update set "
    + ", ".join(f"{column.name} = excluded.{column.name}" for column in SEALED),
)
IDENTITY_RENEWALS = rows(
    "identity_renewals", IdentityRenewal, (Column("customer_id", "uuid"), Column("renewed_at", "timestamptz"))
)
NEWCOMERS = rows(
    "newcomers",
    Newcomer,
    (
        Column("id", "uuid"),
        Column("mobile_token", "text"),
        Column("mobile", "text"),
        Column("noted_at", "timestamptz"),
    ),
)
