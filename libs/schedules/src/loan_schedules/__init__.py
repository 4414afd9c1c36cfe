"""Repayment schedules: what a borrower pays and when, exact to the fen.
The offer and the booked loan follow one text."""
