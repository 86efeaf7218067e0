"""What the pages tell a reader to type works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ai_statecraft
from ai_statecraft.dataset import Dataset
from ai_statecraft.reader.data import read_data

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["README.md", "docs/loading.md"])
def test_the_python_on_a_page_runs_from_top_to_bottom(page: str) -> None:
    names: dict[str, object] = {
        "ai_statecraft": ai_statecraft,
        "ds": Dataset(read_data(ROOT / "data").contents),
    }
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    ran = [block for block in blocks if "ai_statecraft.load(" not in block]
    for block in ran:
        exec(compile(block, page, "exec"), names)
    assert len(ran) >= len(blocks) - 1 > 0


def test_the_commands_on_the_page_are_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    from ai_statecraft.cli.main import COMMANDS, main

    page = (ROOT / "docs" / "loading.md").read_text("utf-8")
    named = set(re.findall(r"`statecraft (\w+)", page))
    with pytest.raises(SystemExit):
        main(["--help"])
    offered = set(re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE))
    assert named == {"search", "list", "show", "explain", "export"}
    assert named <= offered
    assert len(offered) == len(COMMANDS)
