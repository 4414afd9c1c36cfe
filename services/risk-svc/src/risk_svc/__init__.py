"""Assesses the credit risk of applications: probability of default, score, grade, limit, price, reasons, recommendation."""
