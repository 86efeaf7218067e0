"""The dataset as Python users see it: typed records, seen from any day, and tables."""

from ai_statecraft.dataset.collection import Collection
from ai_statecraft.dataset.dataset import Dataset, load

__all__ = ["Collection", "Dataset", "load"]
