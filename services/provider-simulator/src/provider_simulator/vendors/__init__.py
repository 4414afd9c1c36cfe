"""Vendors of registers and of the courts' lists, from their side."""
