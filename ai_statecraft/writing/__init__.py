"""Writing records: the canonical form of a record's file, comments included."""
