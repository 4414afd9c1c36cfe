"""The books of a loan: double-entry postings, and how money that came in was split."""
