"""Tencent's check of invoices."""
