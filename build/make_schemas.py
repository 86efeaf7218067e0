"""Write schemas/: the JSON Schema of each record type and the Table Schema of each table.

Run from anywhere: `python build/make_schemas.py`. The files are committed, so that editors
and downstream tools find them; a test compares them with what the models give.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ai_statecraft.schemas import schema_files

SCHEMAS = Path(__file__).parents[1] / "schemas"


def main() -> int:
    """Bring the folder to what the models say; return the exit status."""
    wanted = schema_files()
    SCHEMAS.mkdir(exist_ok=True)
    for stale in {path.name for path in SCHEMAS.iterdir()} - wanted.keys():
        (SCHEMAS / stale).unlink()
    for name, text in wanted.items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} schemas written to {SCHEMAS.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
