"""The general ledger over HTTP."""
