"""Post what a pull request changes in the dataset as a comment, or update the earlier one.

`python3 -I build/post_comment.py FOLDER --head SHA`, run by .github/workflows/comment.yml.
FOLDER holds `number` and `body.md`, written by a workflow that ran a stranger's code, so both
are taken for hostile: the number must be that of an open pull request whose head is SHA, and
the text can neither mention anyone nor hold a link, an image or HTML.

Only the standard library, so that nothing is installed where the token can write. The
addresses and the token are read from GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN.
Exit status: 0 posted, or the pull request has moved on; 1 refused or failed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.error import URLError
from urllib.request import Request, urlopen

MARKER = "<!-- statecraft diff -->"
"""First line of the comment, by which it is found again."""
AUTHOR = "github-actions[bot]"
LIMIT = 60_000
"""Characters that `body.md` may have."""
_COMMENT_LIMIT = 65_000  # GitHub takes 65,536
_PAGES = 20  # of 100 comments each
_INVISIBLE = "\u200b"
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # categories of controls and other characters unseen

# Mentions and references are found in the rendered text, so an escaped sign counts as well.
_ACTIVE = re.compile(
    r"(?P<mention>@|&#0*64;|&#x0*40;|&commat;)"
    r"|(?P<reference>(?<!&)#(?=[0-9&])|&#0*35;|&#x0*23;|&num;)"
    r"|(?P<markup>[<>\[\]\\]|(?<=:)/(?=/)|(?<=www)\.)",
    re.IGNORECASE,
)


class RefusedError(Exception):
    """The artifact, or GitHub's answer to it, is not what may be posted."""


@dataclass(frozen=True)
class Repository:
    """A repository behind GitHub's REST API."""

    api: str
    name: str
    token: str

    def ask(self, method: str, path: str, body: Mapping[str, str] | None = None) -> object:
        """The JSON answer to a request; raises URLError if there is none."""
        request = Request(
            f"{self.api}/repos/{self.name}/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        with urlopen(request, timeout=30) as answer:
            return cast(object, json.load(answer))  # json's own type for it is Any


def read_number(folder: Path) -> int:
    """The number of the pull request; raises RefusedError if the file holds anything else."""
    text = _read(folder / "number", 20)
    if not re.fullmatch(r"[1-9][0-9]{0,8}\n?", text, re.ASCII):
        raise RefusedError("number: not the number of a pull request")
    return int(text)


def read_body(folder: Path) -> str:
    """The text to post, made inert; raises RefusedError if it is too long or no text."""
    text = _read(folder / "body.md", 4 * LIMIT)
    if len(text) > LIMIT:
        raise RefusedError(f"body.md: {len(text)} characters, at most {LIMIT} are posted")
    return inert(text)


def inert(text: str) -> str:
    """The text as Markdown without mentions, references, links, images, HTML or controls."""
    shown = (
        "\ufffd" if unicodedata.category(char) in _HIDDEN and char != "\n" else char
        for char in text
    )
    return _ACTIVE.sub(_disarmed, "".join(shown))


def _disarmed(found: re.Match[str]) -> str:
    if found["mention"]:
        return f"@{_INVISIBLE}"
    if found["reference"]:
        return f"&#35;{_INVISIBLE}"
    return f"&#{ord(found[0])};"


def _read(path: Path, limit: int) -> str:
    if path.is_symlink() or not path.is_file():
        raise RefusedError(f"{path.name}: no such file")
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise RefusedError(f"{path.name}: more than {limit} bytes")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path.name}: not UTF-8") from error


def is_current(repository: Repository, number: int, head: str) -> bool:
    """Whether the pull request is open and still at the commit that was compared.

    The number comes from the artifact, the commit from GitHub: this is what keeps one pull
    request from commenting on another.
    """
    match repository.ask("GET", f"pulls/{number}"):
        case {"state": str(state), "head": {"sha": str(sha)}}:
            return state == "open" and sha == head
        case _:
            raise RefusedError(f"GitHub describes no pull request {number}")


def earlier_comment(repository: Repository, number: int) -> int | None:
    """The id of the comment that an earlier run posted, if there is one."""
    for page in range(1, _PAGES + 1):
        comments = repository.ask("GET", f"issues/{number}/comments?per_page=100&page={page}")
        if not isinstance(comments, list) or not comments:
            return None
        for comment in cast(list[object], comments):
            match comment:
                case {"id": int(key), "body": str(body), "user": {"login": str(login)}}:
                    # Anyone can write the marker; only our own comment is ours to change.
                    if login == AUTHOR and body.startswith(MARKER):
                        return key
                case _:
                    continue
    return None


def post(repository: Repository, folder: Path, head: str) -> str:
    """Post or update the comment; return what was done."""
    if not re.fullmatch(r"[0-9a-f]{40}", head):
        raise RefusedError("--head: not the hash of a commit")
    number = read_number(folder)
    body = f"{MARKER}\n{read_body(folder)}\nAs of commit {head}, by the pull request's own code.\n"
    if len(body) > _COMMENT_LIMIT:
        raise RefusedError("body.md: too long once its markup is escaped")
    if not is_current(repository, number, head):
        return f"pull request {number} is closed or no longer at {head}: nothing posted"
    key = earlier_comment(repository, number)
    if key is None:
        repository.ask("POST", f"issues/{number}/comments", {"body": body})
        return f"pull request {number}: comment posted"
    repository.ask("PATCH", f"issues/comments/{key}", {"body": body})
    return f"pull request {number}: comment {key} updated"


def main(arguments: list[str] | None = None) -> int:
    """Post the comment; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="the artifact's folder")
    parser.add_argument("--head", required=True, help="the commit that was compared")
    options = parser.parse_args(arguments)
    try:
        repository = Repository(
            api=os.environ["GITHUB_API_URL"],
            name=os.environ["GITHUB_REPOSITORY"],
            token=os.environ["GITHUB_TOKEN"],
        )
        print(post(repository, options.folder, options.head))
    except KeyError as error:
        print(f"{error.args[0]} is not set", file=sys.stderr)
        return 1
    except (RefusedError, URLError, TimeoutError, json.JSONDecodeError) as error:
        print(f"Not posted: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
