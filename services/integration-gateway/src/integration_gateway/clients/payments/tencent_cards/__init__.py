"""Tencent's check of bank cards."""
