"""Lines that are drawn and repaid at will; each draw is a loan."""
