"""Decisions that a process asks: tables and graphs (JDM) with what they read, what they give, and their examples."""
