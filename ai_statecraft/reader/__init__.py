"""From the bytes of a record's file to text with positions, strictly and without raising."""
