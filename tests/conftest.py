"""What several rooms' tests share: a small invented data folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is the machine's affair; benchmarks measure time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SAMPLE = Path(__file__).parent / "sample" / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the sample data folder that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "data"))
