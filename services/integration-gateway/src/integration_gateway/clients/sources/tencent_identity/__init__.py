"""Tencent's identity check."""
