"""Rules of cases, human tasks and decisions. Pure: time and ids are arguments."""
