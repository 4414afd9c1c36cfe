"""The general ledger: its chart, journals that people book, and the periods that they close."""
