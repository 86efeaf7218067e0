"""Hatchling build hook: a wheel carries the dataset, compiled from the records beside it.

The wheel holds the records as written (``records.jsonl``) with the rates and ids they are read
with, and no other tables: these are derived when asked for, so that a build needs the models
and the reader but no pyarrow. The rules go in with their examples. An editable install gets
none of it: it reads the checkout itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ai_statecraft.findings import Finding

    Compile = Callable[[Path], tuple[Mapping[str, bytes], tuple[Finding, ...]]]

PACKAGED_IN = "ai_statecraft/compiled"
RULES_IN = "ai_statecraft/validators"
"""In a checkout the rules lie beside the package, in a wheel inside it."""
EXAMPLES_IN = "ai_statecraft/examples"
"""Where `statecraft rules` finds each rule's good and bad sample."""


class CompiledRecords(BuildHookInterface[BuilderConfig]):
    """Adds the compiled records to a wheel, or ends the build with what is wrong in them."""

    PLUGIN_NAME = "custom"

    # Hatchling's own signature: build data are a free mapping, hence Any.
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile ``data/`` and have the result put into the wheel.

        Raises SystemExit, with the findings as text, if a record has an error.
        """
        if version == "editable":
            return
        root = Path(self.root)
        files, findings = compiler_in(root)(root / "data")
        errors = [finding for finding in findings if finding.severity == "error"]
        if errors:
            raise SystemExit(refusal(errors))
        # Outside the checkout: compiled data must never be there to be committed.
        self._folder = TemporaryDirectory(prefix="ai-statecraft-")
        for name, data in files.items():
            compiled = Path(self._folder.name) / name
            compiled.parent.mkdir(exist_ok=True)
            compiled.write_bytes(data)
            build_data["force_include"][str(compiled)] = f"{PACKAGED_IN}/{name}"
        build_data["force_include"][str(root / "validators")] = RULES_IN
        for example in sorted((root / "tests" / "rules").glob("*.yaml")):
            build_data["force_include"][str(example)] = f"{EXAMPLES_IN}/{example.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary files once they are inside the wheel."""
        if version != "editable":
            self._folder.cleanup()


def compiler_in(root: Path) -> Compile:
    """Return the compiler of the source tree at ``root``, whatever else is installed.

    The environment that builds may hold another version of the package, and an isolated one
    holds none.
    """
    sys.path.insert(0, str(root))
    try:
        from ai_statecraft.compile import compile_data
    finally:
        sys.path.remove(str(root))
    return compile_data


def refusal(errors: list[Finding]) -> str:
    """Return the text that ends a build: each error with its place and remedy, and their number."""
    lines = [
        f"{error.file}:{error.line}:{error.column}: {error.rule}: {error.message}\n"
        f"    {error.remedy}"
        for error in sorted(errors)
    ]
    noun = "error" if len(errors) == 1 else "errors"
    return "\n".join([*lines, f"The wheel was not built: {len(errors)} {noun} in the records."])
