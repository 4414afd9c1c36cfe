"""What happened, who did it and how fast it went: timeline, evidence, funnel and traces, from every message."""
