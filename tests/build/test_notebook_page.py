"""The notebook in docs/: it holds no results, runs on the data here, and makes a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from nbclient.exceptions import CellExecutionError
from nbformat import write as write_notebook
from nbformat.v4 import new_code_cell, new_notebook
from notebook_page import write_page

NOTEBOOK = Path(__file__).parents[2] / "docs" / "questions.ipynb"


def test_the_committed_notebook_holds_nothing_that_was_generated() -> None:
    for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_the_notebook_answers_the_four_questions_with_a_chart_each(tmp_path: Path) -> None:
    write_page(NOTEBOOK, tmp_path)
    page = (tmp_path / "questions.md").read_text("utf-8")
    answers = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    assert [answer.splitlines()[0] for answer in answers] == [
        "What was in force on 1 March 2024?",
        "What could have been known then?",
        "Which measures answer this rule, and on whose word?",
        "How much money is there?",
    ]
    for answer in answers:
        (chart,) = re.findall(r"!\[svg\]\((questions_files/\S+\.svg)\)", answer)
        drawn = ElementTree.parse(tmp_path / chart)
        assert len(list(drawn.iter("{http://www.w3.org/2000/svg}path"))) > 5
    assert "retaliates against" in answers[2]
    assert "support: " in answers[2]
    assert "counted" in answers[3]


def test_a_cell_that_fails_ends_the_page_with_its_error(tmp_path: Path) -> None:
    notebook = tmp_path / "broken.ipynb"
    write_notebook(new_notebook(cells=[new_code_cell("1 / 0")]), notebook)
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        write_page(notebook, tmp_path)
    assert not (tmp_path / "broken.md").exists()
