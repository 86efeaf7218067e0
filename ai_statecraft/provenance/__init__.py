"""Proving, without reproducing a text, that the passage behind a claim stands in its document."""
