"""Tencent's comparison of faces."""
