"""Versions of products, and the proposals that they were."""

from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.use_cases.products.ports import AddedVersion
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows

PRODUCT_PROPOSALS = aggregates(
    "product_proposals",
    ProductProposal,
    (
        Column("id", "uuid"),
        Column("code", "text"),
        Column("product_version", "int"),
        Column("content", "json"),
        enumerated("status", ProposalStatus),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("reason", "text"),
    ),
    missing="product-proposal-not-found",
)
PRODUCT_VERSIONS = rows(
    "product_versions",
    AddedVersion,
    (
        Column("code", "text"),
        Column("version", "int"),
        Column("valid_from", "date"),
        Column("content", "json"),
        Column("added_by", "text"),
        Column("added_at", "timestamptz"),
    ),
)
