"""The general ledger in the database."""
