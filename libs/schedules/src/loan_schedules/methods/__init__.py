"""Repayment methods, one file each; `schedule.METHODS` is their table."""
