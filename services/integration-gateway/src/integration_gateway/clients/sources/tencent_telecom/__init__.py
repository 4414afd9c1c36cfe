"""Tencent's checks of mobile numbers."""
