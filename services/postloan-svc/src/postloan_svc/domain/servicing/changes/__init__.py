"""What changes do to a loan beside money that comes in: terms, waivers, the ways in which it ends (domain.md §3.9)."""
