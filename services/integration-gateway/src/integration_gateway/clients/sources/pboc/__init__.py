"""The central bank's credit bureau, second-generation report."""
