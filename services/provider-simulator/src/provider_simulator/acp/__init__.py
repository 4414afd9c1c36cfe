"""UnionPay ACP 5.1.0 from the network's side, written from its own documents; it shares no code with who asks it."""
