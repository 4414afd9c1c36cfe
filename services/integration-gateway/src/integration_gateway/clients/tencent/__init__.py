"""Tencent Cloud, as far as its capabilities share it: how it is spoken to."""
