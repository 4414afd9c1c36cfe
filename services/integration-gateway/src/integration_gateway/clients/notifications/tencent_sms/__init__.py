"""Tencent's text messages."""
