"""The general ledger: its days, journals and periods."""
