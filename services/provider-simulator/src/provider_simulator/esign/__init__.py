"""e签宝 V3 from the provider's side, written from its own documents; it shares no code with who asks it."""
