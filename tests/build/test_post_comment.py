"""Posting a stranger's text: what is refused, what is made inert, whose comment is changed."""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import post_comment
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ai_statecraft.diff.compare import ClaimChange, Difference, FieldChange, RecordChange
from ai_statecraft.diff.report import as_markdown

HEAD = "a" * 40
ZWSP = "\u200b"


@dataclass
class GitHub:
    """As much of GitHub's interface as the recipe asks for, on the loopback address."""

    pull: object = field(default_factory=lambda: {"state": "open", "head": {"sha": HEAD}})
    comments: list[dict[str, object]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def answer(self, method: str, path: str, body: bytes) -> object:
        self.asked.append((method, path))
        if method != "GET":
            self.bodies.append(json.loads(body)["body"])
            return {}
        if "/pulls/" in path:
            return self.pull
        return self.comments if path.endswith("page=1") else []


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    fake = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            assert self.headers["Authorization"] == "Bearer invented"
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer = json.dumps(fake.answer(self.command, self.path, body)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_PATCH = _answer

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("GITHUB_REPOSITORY", "example/statecraft")
    monkeypatch.setenv("GITHUB_TOKEN", "invented")
    yield fake
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def artifact(tmp_path: Path) -> Path:
    (tmp_path / "number").write_text("7\n")
    (tmp_path / "body.md").write_text("### What this changes\n")
    return tmp_path


def run(folder: Path) -> int:
    return post_comment.main([str(folder), "--head", HEAD])


def test_a_first_comment_is_posted(
    github: GitHub, artifact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(artifact) == 0
    assert capsys.readouterr().out == "pull request 7: comment posted\n"
    assert github.asked[-1] == ("POST", "/repos/example/statecraft/issues/7/comments")
    (body,) = github.bodies
    assert body.startswith(f"{post_comment.MARKER}\n### What this changes\n")
    assert HEAD in body


def test_the_earlier_comment_is_updated_and_no_other(github: GitHub, artifact: Path) -> None:
    body = f"{post_comment.MARKER}\nold"
    github.comments = [
        {"id": 1, "body": body, "user": {"login": "somebody"}},
        {"id": 2, "body": "hello", "user": {"login": post_comment.AUTHOR}},
        {"id": 3, "body": body, "user": None},
        {"id": 4, "body": body, "user": {"login": post_comment.AUTHOR}},
    ]
    assert run(artifact) == 0
    assert github.asked[-1] == ("PATCH", "/repos/example/statecraft/issues/comments/4")


@pytest.mark.parametrize(
    "pull",
    [{"state": "open", "head": {"sha": "b" * 40}}, {"state": "closed", "head": {"sha": HEAD}}],
)
def test_nothing_is_posted_to_a_pull_request_at_another_commit_or_closed(
    pull: object, github: GitHub, artifact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    github.pull = pull
    assert run(artifact) == 0
    assert github.bodies == []
    expected = f"pull request 7 is closed or no longer at {HEAD}: nothing posted\n"
    assert capsys.readouterr().out == expected


def test_an_answer_that_is_no_pull_request_is_refused(
    github: GitHub, artifact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    github.pull = {"message": "Not Found"}
    assert run(artifact) == 1
    assert capsys.readouterr().err == "Not posted: GitHub describes no pull request 7\n"


@pytest.mark.parametrize(
    "number",
    ["", "0", "07", "-1", "1 ", "1\n\n", "1/../../issues/2", "٧", "7?x=1", "9" * 10, "1" * 21],
)
def test_only_a_number_is_a_number(number: str, github: GitHub, artifact: Path) -> None:
    (artifact / "number").write_text(number, encoding="utf-8")
    assert run(artifact) == 1
    assert github.asked == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "body.md: not UTF-8"),
        (b"x" * 60_001, "body.md: 60001 characters, at most 60000 are posted"),
        (b"x" * 240_001, "body.md: more than 240000 bytes"),
        (b"[" * 60_000, "body.md: too long once its markup is escaped"),
    ],
)
def test_text_that_is_too_long_or_no_text_is_refused(
    content: bytes,
    message: str,
    github: GitHub,
    artifact: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (artifact / "body.md").write_bytes(content)
    assert run(artifact) == 1
    assert (capsys.readouterr().err, github.asked) == (f"Not posted: {message}\n", [])


def test_links_to_other_files_are_not_followed(
    github: GitHub, artifact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (artifact / "body.md").unlink()
    (artifact / "body.md").symlink_to(artifact / "number")
    assert run(artifact) == 1
    assert (capsys.readouterr().err, github.asked) == ("Not posted: body.md: no such file\n", [])


def test_a_head_that_is_no_commit_is_refused(
    github: GitHub, artifact: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert post_comment.main([str(artifact), "--head", "main"]) == 1
    assert capsys.readouterr().err == "Not posted: --head: not the hash of a commit\n"
    assert github.asked == []


def test_a_missing_token_is_named(
    artifact: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY"):
        monkeypatch.setenv(name, "")
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    assert run(artifact) == 1
    assert capsys.readouterr().err == "GITHUB_TOKEN is not set\n"


@given(
    st.text(alphabet=st.sampled_from("@#&;0123456789x[]()<>!:/\\w.a\n\u202e\x1b") | st.characters())
)
@example("@somebody &#64;somebody &#x40;somebody &commat;somebody &#0064;somebody")
@example("#1 &#35;1 &#35;&#49; #&#49; o/r#1")
@example("![x](https://example.org) <img src=x> www.example.org")
def test_no_text_mentions_refers_links_or_hides(text: str) -> None:
    posted = post_comment.inert(text)
    rendered = html.unescape(posted)
    assert re.search(rf"@(?!{ZWSP})", rendered) is None
    assert re.search(r"#(?=[0-9])", rendered) is None
    assert re.search(r"[<>\[\]\\]|://|www\.", posted, re.IGNORECASE) is None
    assert not set(posted) & {"\x1b", "\u202e", "\r"}


def test_what_the_command_writes_is_posted_as_it_is() -> None:
    record = RecordChange(
        "fund/example", "Fund <b>@x</b> [a](b) https://example.org #1", None, None
    )
    claim = ClaimChange("fund/example", "0f", "/quantities/0", (FieldChange("value", "1", "2"),))
    text = as_markdown(Difference(lost_records=(record,), changed_claims=(claim,)))
    posted = post_comment.inert(text)
    assert html.unescape(posted).replace(ZWSP, "") == html.unescape(text).replace(ZWSP, "")
