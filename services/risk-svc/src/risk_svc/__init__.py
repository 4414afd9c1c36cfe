"""Assesses applications: probability of default, score, grade, limit, price, reasons, recommendation."""
