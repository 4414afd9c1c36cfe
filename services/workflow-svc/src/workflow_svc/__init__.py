"""workflow-svc: process definitions, running cases, human tasks, timers, decisions."""
