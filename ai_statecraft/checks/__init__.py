"""The checks: SQL rules over the published tables, and the run that collects all findings."""
