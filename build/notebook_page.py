"""A notebook as a page of the site: run from its first cell to its last, then written as Markdown.

Charts become SVG files beside the page; nothing is fetched when it is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import nbformat
from nbclient import NotebookClient
from nbconvert import MarkdownExporter
from nbformat import NotebookNode

_STYLE = re.compile(r"<style scoped>.*?</style>\n?", re.DOTALL)

SECONDS = 300
"""No cell may take longer."""


def run(notebook: Path) -> NotebookNode:
    """The notebook with what its cells give, run in a kernel of its own.

    Raises nbclient's CellExecutionError, which shows the cell, for one that fails.
    """
    # nbformat leaves the type of what it reads open.
    read = cast("NotebookNode", nbformat.read(notebook, as_version=4))  # pyright: ignore[reportUnknownMemberType]
    where = {"metadata": {"path": str(notebook.parent)}}
    return NotebookClient(read, timeout=SECONDS, kernel_name="python3", resources=where).execute()


def write_page(notebook: Path, folder: Path) -> None:
    """Run a notebook and write it as NAME.md into a folder, its charts into NAME_files/."""
    charts = f"{notebook.stem}_files"
    resources = {"unique_key": notebook.stem, "output_files_dir": charts}
    text, found = MarkdownExporter().from_notebook_node(run(notebook), resources)
    (folder / charts).mkdir(exist_ok=True)
    for name, data in found["outputs"].items():
        (folder / name).write_bytes(data)
    (folder / f"{notebook.stem}.md").write_text(_plain_tables(text), encoding="utf-8")


def _plain_tables(text: str) -> str:
    """The page with tables that look like the site's own, not as pandas would style them."""
    return _STYLE.sub("", text).replace('<table border="1" class="dataframe">', "<table>")
