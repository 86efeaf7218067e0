"""Comparing two states of the dataset by meaning: records, claims, and what follows from them."""
