"""From records to the published tables, with schemas derived from the models."""
