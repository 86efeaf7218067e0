"""The rules of the house: what lies where, what may be committed, what may import what."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LARGEST_FILE = 400_000  # bytes; the records are small, so anything larger was generated
COMPILED = {".db", ".duckdb", ".jsonl", ".parquet", ".sqlite", ".whl", ".xlsx", ".zip"}
HEAVY = ("pandas", "pyarrow", "pydantic", "duckdb", "yaml", "frictionless", "numpy")


def project_files() -> list[Path]:
    """Return the files that are committed, or would be by `git add --all`."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


def shown(files: list[Path]) -> list[str]:
    return [file.relative_to(ROOT).as_posix() for file in files]


def imported_modules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def locked_versions() -> dict[str, str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


@pytest.mark.parametrize("folder", ["build", "validators"])
def test_folders_named_like_packages_are_no_packages(folder: str) -> None:
    assert (ROOT / folder).is_dir()
    assert shown(sorted((ROOT / folder).rglob("__init__.py"))) == []


def test_files_are_small_enough_to_review() -> None:
    assert shown([f for f in project_files() if f.stat().st_size > LARGEST_FILE]) == []


def test_no_compiled_data_is_committed() -> None:
    compiled = [f for f in project_files() if f.suffix in COMPILED]
    tables = [
        f
        for f in project_files()
        if f.suffix == ".csv"
        and not f.is_relative_to(ROOT / "data")
        and not f.is_relative_to(ROOT / "tests")  # samples of what data/ holds
    ]
    assert shown([*compiled, *tables]) == []


def test_recipes_are_not_ignored_by_git() -> None:
    assert set((ROOT / "build").glob("*.py")) <= set(project_files())


def test_the_package_does_not_import_from_build() -> None:
    recipes = {file.stem for file in (ROOT / "build").glob("*.py")} | {"build"}
    offenders = {
        file.relative_to(ROOT).as_posix(): module
        for file in sorted((ROOT / "ai_statecraft").rglob("*.py"))
        for module in imported_modules(file)
        if module.split(".")[0] in recipes
    }
    assert offenders == {}


def test_names_of_recipes_hide_no_installed_package() -> None:
    names = {file.stem for file in (ROOT / "build").glob("*.py")}
    assert names & (set(sys.stdlib_module_names) | set(locked_versions())) == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, ai_statecraft; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, text=True
    )
    assert done.stdout.split() == []


def test_lock_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    addresses = [line for line in lock.splitlines() if "//" in line or line.startswith("-")]
    assert addresses == []


def test_lock_has_a_hash_for_every_pin() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_satisfies_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(requirement for extra in extras.values() for requirement in extra),
    ]
    locked = locked_versions()
    unmet = [
        text
        for text in asked
        if locked.get(canonicalize_name(Requirement(text).name), "")
        not in Requirement(text).specifier
    ]
    assert unmet == []


def test_build_needs_no_arrow() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {Requirement(text).name for text in project["build-system"]["requires"]}
    assert names == {"hatchling", "pydantic", "pyyaml"}


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, flags=re.MULTILINE)
    assert phony is not None
    explained = set(re.findall(r"^([a-z]+):.*## \S", makefile, flags=re.MULTILINE))
    assert explained == set(phony.group(1).split())


def test_every_decision_is_listed() -> None:
    decisions = ROOT / "docs" / "decisions"
    index = (decisions / "index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([a-z-]+\.md)\)", index))
    assert linked == {file.name for file in decisions.glob("*.md")} - {"index.md"}
