"""Tencent Cloud API 3.0 from the cloud's side, written from its own documents; it shares no code with who asks it."""
