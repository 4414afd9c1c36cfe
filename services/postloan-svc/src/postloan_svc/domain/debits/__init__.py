"""Collecting what is owed from borrowers' cards (代扣)."""
