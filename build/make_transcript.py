"""Write docs/contributing-transcript.md by walking the contributor's path with the real command.

Run it after a change of what the command says: `python build/make_transcript.py`. The
dataset is the invented one of the tests, in a git repository of its own; a test compares
the committed page with a new walk.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "contributing-transcript.md"
SAMPLE = ROOT / "tests" / "sample" / "data"
STATECRAFT = Path(sys.executable).with_name("statecraft")
TODAY = "2030-02-01"
ORDER = "data/restrictions/sample-export-order.yaml"
FUND = "data/funds/second-sample-fund.yaml"

PASSAGE = """\
The Second Sample Fund was established on 20 January 2030 with a registered capital
of 344 billion yuan, the Ministry of Samples announced.
"""
ANSWERS = """\
second-sample-fund
Second Sample Fund
vehicle

Company that invests in plants for samples.
semiconductors
CN
a
gazette second
1
sample-gazette-2030-01
Gazette of Samples, second issue
gazette
en
https://gazette.example.org/2
Ministry of Samples
2030-01-21

issued_by
ministry
1


paragraph 1
act

passage.txt



n
y
样品部
1

issuer
a

n
n
y
2030-01-20
established


a

n
y
capital
344e9
344000000000


CNY



registered


344 billion yuan
a

n
n
n
n

"""
CHOICES = 8
"""Choices of a list that the page shows."""
# A terminal shows what is typed; a pipe does not, so the answers are shown here.
TYPED = """
import builtins, sys
from ai_statecraft.cli import main

def answer(prompt=""):
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    print(prompt + line, end="")
    return line.rstrip("\\n")

builtins.input = answer
sys.exit(main(sys.argv[1:]))
"""


def transcript() -> str:
    """The whole page, from a walk in a temporary folder."""
    with TemporaryDirectory() as folder:
        checkout = Checkout(Path(folder))
        return "\n".join(_walk(checkout)) + "\n"


class Checkout:
    """A repository with the sample dataset, in which commands are run and files edited."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SAMPLE, folder / "data")
        subprocess.run([STATECRAFT, "fmt"], cwd=folder, check=True, capture_output=True)
        self._git("init", "--quiet", "--initial-branch", "main")
        self._git("add", ".")
        self._git("commit", "--quiet", "--message", "Start")

    def run(self, *arguments: str, status: int = 0, typed: str | None = None) -> Iterator[str]:
        """The lines of a console in which `statecraft` is run; `typed` is what is answered.

        Raises ValueError if it ends with another exit status.
        """
        program = [str(STATECRAFT)] if typed is None else [sys.executable, "-c", TYPED]
        done = subprocess.run(
            [*program, *arguments],
            cwd=self.folder,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        if done.returncode != status:
            raise ValueError(f"statecraft {arguments[0]}: {done.stdout}{done.stderr}")
        yield "```console"
        yield f"$ statecraft {' '.join(arguments)}"
        yield from _shortened((done.stdout + done.stderr).splitlines())
        yield "```"

    def edit(self, file: str, before: str, after: str) -> Iterator[str]:
        """The change of one place in a file, as a difference."""
        path = self.folder / file
        old = path.read_text(encoding="utf-8")
        if old.count(before) != 1:
            raise ValueError(f"{file} does not hold {before!r} once")
        new = old.replace(before, after)
        path.write_text(new, encoding="utf-8")
        lines = unified_diff(old.splitlines(), new.splitlines(), file, file, n=1, lineterm="")
        yield "```diff"
        yield from lines
        yield "```"

    def shown(self, file: str) -> Iterator[str]:
        """A file's text."""
        yield "```yaml"
        yield from (self.folder / file).read_text(encoding="utf-8").splitlines()
        yield "```"

    def _git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=A contributor", "-c", "user.email=contributor@example.org"]
        command = ["git", *identity, "-c", "commit.gpgsign=false", *arguments]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)


def _shortened(lines: list[str]) -> Iterator[str]:
    """The lines, but of a long list of choices only the first and how many are left out."""
    choices = 0
    for line in lines:
        # A choice starts with its number; what is indented deeper goes on with it.
        if re.match(r" {3,5}\d+  |  {6}\S", line):
            choices += not line.startswith(" " * 7)
            if choices <= CHOICES:
                yield line
            continue
        if choices > CHOICES:
            yield f"       … {choices - CHOICES} more"
        choices = 0
        yield line.rstrip()


def _walk(checkout: Checkout) -> Iterator[str]:
    yield "# A contribution, step by step"
    yield ""
    yield "Two facts on their way into the dataset: a fund that it lacks, and a date that is now"
    yield "known to the day. The page is made by running the commands (`build/make_transcript.py`),"
    yield "over the invented dataset of the tests. Where an answer is empty, Enter was pressed; of"
    yield "long lists the page shows the first lines alone."
    yield ""
    yield "## A new fund"
    yield ""
    yield "The passage that states the fact lies in `passage.txt`. Its fingerprint alone is kept:"
    yield ""
    (checkout.folder / "passage.txt").write_text(PASSAGE, encoding="utf-8")
    yield from ("```text", *PASSAGE.splitlines(), "```")
    yield ""
    yield "`statecraft new` asks for everything, in order, and takes a term by its name or number."
    yield "The source is not in the dataset yet, so it is made on the way; the ministry is, and is"
    yield "found by its Chinese name. One answer is refused, with the reason, and given again."
    yield ""
    yield from checkout.run("new", "fund", "--today", TODAY, typed=ANSWERS)
    yield ""
    yield "This is the record. All of it could have been given by options as well, for a script:"
    yield "`statecraft new fund --help` lists them."
    yield ""
    yield from checkout.shown(FUND)
    yield ""
    yield "## A corrected date, with a slip"
    yield ""
    yield "The order's second part was known to take effect in May 2029. Now the day is known, and"
    yield "two digits change places on the keyboard. The item is also written over several lines,"
    yield "as it came to hand:"
    yield ""
    event = "  - {date: 2029-05, type: effective, part: fine, cites: [a, b]}"
    yield from checkout.edit(
        ORDER,
        event,
        "  - type: effective\n    date: 2029-05-51\n    part: fine\n    cites: [a, b]",
    )
    yield ""
    yield "`validate` names the line, the rule and what to do. `--changed main` keeps to the files"
    yield "that differ from `main`; all rules still see the whole dataset:"
    yield ""
    yield from checkout.run("validate", "--changed", "main", status=1)
    yield ""
    yield "Put right:"
    yield ""
    yield from checkout.edit(ORDER, "2029-05-51", "2029-05-15")
    yield ""
    yield from checkout.run("validate", "--changed", "main")
    yield ""
    yield "The warning was there before, and warnings keep nothing out. `statecraft rules TIME005`"
    yield "explains it with examples."
    yield ""
    yield "## Canonical form"
    yield ""
    yield "`fmt` orders fields, puts short items on one line and wraps prose. It changes no value"
    yield "and loses no comment:"
    yield ""
    yield from checkout.run("fmt", "--diff", ORDER, status=1)
    yield ""
    yield from checkout.run("fmt", ORDER)
    yield ""
    yield "## What the change means"
    yield ""
    yield "`diff` compares by meaning: what is new, what changed, what was lost, and what follows"
    yield "for status and evidence. The same text appears as a comment on the pull request:"
    yield ""
    yield from checkout.run("diff", "main")
    yield ""
    yield "What remains is git: a branch, a commit, a pull request."
    yield ""
    yield "```sh"
    yield "git switch --create second-sample-fund"
    yield "git add data"
    yield 'git commit --message "Add the Second Sample Fund; date the second part of the order"'
    yield "git push --set-upstream origin second-sample-fund"
    yield "```"


def main() -> int:
    """Write the page; return the exit status."""
    PAGE.write_text(transcript(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
