"""postloan-svc: loans, schedules, ledger, repayments, delinquency."""
