"""Classes of hostile and broken input beyond the bytes of one file, with the finding of each.

`tests/reader/test_yaml.py` holds the classes of bytes. From both tables comes the page
docs/input-classes.md: `python -m tests.hostile.page`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FUND = "funds/sample-fund.yaml"
SOURCE = "sources/sample-gazette.yaml"
FUND_NAME = "name: Sample fund\n"
CAPITAL = "value: 344000000000"
DAY = "date: 2029-02-03"
ADDRESS = "https://gazette.example.org/1"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that takes the place of a good one in a record of the sample."""

    group: str
    file: str
    before: str
    after: str
    rule: str | None
    """The rule that finds it; None if it is legitimate."""
    pointer: str = ""


def _of(
    group: str, file: str, before: str, pointer: str, rules: dict[str, str | None]
) -> dict[str, Value]:
    return {
        f"{group}: {after}": Value(group, file, before, after, rule, pointer if rule else "")
        for after, rule in rules.items()
    }


def _all(rule: str, *texts: str) -> dict[str, str | None]:
    return dict.fromkeys(texts, rule)


VALUES: dict[str, Value] = {
    **_of(
        "id",
        FUND,
        "id: sample-fund\n",
        "/id",
        {
            "id: other-fund\n": "MODEL011",
            **_all(
                "MODEL006",
                "id: ../../etc/passwd\n",
                "id: funds/sample-fund\n",
                "id: 'C:\\sample-fund'\n",
                "id: Sample-fund\n",
                "id: sample_fund\n",
                "id: sample--fund\n",
                "id: sаmple-fund\n",  # a Cyrillic letter
                "id: sample-fund１\n",
                "id: cafe\u0301\n",
                "id: '::error::x'\n",
                "id: $(id)\n",
            ),
        },
    ),
    **_of(
        "date",
        FUND,
        DAY,
        "/events/0/date",
        _all(
            "MODEL008",
            "date: 2029-02-30",
            "date: 2029-13",
            "date: 2029-02-03T10:00",
            "date: 3 February 2029",
            "date: 2029/02/03",
            "date: ２０２９-02-03",
            "date: ٢٠٢٩-02-03",
            "date: 2029-02-03~",
            "date: '-2029'",
            "date: 2030/2029",
        )
        | {"date: 2029-02": None, "date: 2029-01/2029-03": None},
    ),
    **_of(
        "number",
        FUND,
        CAPITAL,
        "/quantities/0/value",
        _all(
            "READ028",
            "value: .nan",
            "value: .inf",
            "value: -.inf",
            "value: NaN",
            "value: 1e400",
            "value: 344e9",
            "value: 3_440",
            "value: '344000000000'",
            "value: 0x10",
            "value: 0o17",
            "value: 010",
            "value: 1:30",
            "value: 9007199254740993",
            "value: ３４４",
            "value: ٣٤٤",
            "value: 3440亿",
            "value: yes",
        ),
    ),
    **_of(
        "address",
        SOURCE,
        ADDRESS,
        "/url",
        _all(
            "MODEL009",
            "javascript:alert(1)",
            "data:text/html;base64,PHNjcmlwdD4=",
            "file:///etc/passwd",
            "http://gazette.example.org/1",
            "ftp://gazette.example.org/1",
            "//gazette.example.org/1",
            "https:///1",
            "https://user:secret@gazette.example.org/1",
            "https://gazette.example.org@evil.example/1",
            "https://gazette.example.org\\@evil.example/1",
            "https://127.0.0.1/1",
            "https://10.0.0.8/1",
            "https://2130706433/1",
            "https://0x7f000001/1",
            "https://[::1]/1",
            "https://localhost/1",
            "https://printer.local/1",
            "https://metadata.google.internal/1",
            "https://gazette.example.org:8443/1",
            "https://xn--gzette-0ve.example.org/1",
            "https://gаzette.example.org/1",  # a Cyrillic letter
            "https://gazette.example。org/1",
            "https://ｇazette.example.org/1",
            "https://gazette.example.org/a b",
            "https://gazette.example.org/<script>",
        )
        | {"https://gazette.example.org/a%20b?c=1&d=%E4%BA%BF#e": None},
    ),
    **_of(
        "text",
        FUND,
        FUND_NAME,
        "/name",
        _all(
            "MODEL014",
            "name: =HYPERLINK(A1)\n",
            "name: '=1+1'\n",
            "name: '+cmd|x!A0'\n",
            "name: '-2+3+cmd|x!A0'\n",
            "name: '@SUM(A1)'\n",
            "name: ＝1+1\n",
            "name: ＠SUM(A1)\n",
        )
        | {
            'name: "\\t=1+1"\n': "READ005",
            'name: "\\r=1+1"\n': "READ007",
            "name: ''\n": "MODEL007",
            f"name: {'x' * 301}\n": "MODEL007",
            "name:\n": "MODEL001",
            "name: [Sample fund]\n": "MODEL005",
            "name: {text: Sample fund}\n": "MODEL005",
        },
    ),
    **_of(
        "legitimate text",
        FUND,
        FUND_NAME,
        "/name",
        {
            "name: 国家集成电路产业投资基金三期股份有限公司\n": None,
            "name: 3440亿元，增长17.5％（含税）\n": None,
            "name: “Made in China 2025” – the ministry’s plan…\n": None,
            "name: O'Brien & Sons, d'Alembert's 'fund'\n": None,
            "name: Übermäßig naïve Œuvre №\u00a05, ½ of ¥10\n": None,
            "name: '+86 10 1234 5678'\n": None,
            "name: '-5 % a year'\n": None,
            "name: <b>bold</b> [link](javascript:x) {0.__class__} $(id) '; drop table x --\n": None,
            "name: '::error::not a command'\n": None,
            "name: 葛飾区の基金, 반도체 기금, Фонд\n": None,
        },
    ),
    **_of(
        "field",
        FUND,
        "summary:",
        "",
        {"summry:": "MODEL003", "__proto__:": "MODEL003", "Summary:": "MODEL003"},
    ),
    **_of(
        "list",
        FUND,
        "jurisdictions: [CN]",
        "/jurisdictions",
        {
            "jurisdictions: CN": "MODEL005",
            "jurisdictions: [CN, CN]": "MODEL012",
            "jurisdictions: {CN: 1}": "MODEL005",
        },
    ),
    **_of("term", FUND, "kind: vehicle", "/kind", {"kind: vehicel": "MODEL004"}),
    **_of("missing field", FUND, FUND_NAME, "", {"": "MODEL002"}),
    **_of(
        "half of an alternative",
        FUND,
        "party: actor/sample-ministry, role",
        "/participants/0",
        {"role": "MODEL010"},
    ),
}
"""Values by what they are."""

Make = Callable[[Path], object]


def _file(name: str, data: bytes = b"id: x\n") -> Make:
    def make(root: Path) -> None:
        (root / name).write_bytes(data)

    return make


def _raw_name(root: Path) -> None:
    path = os.fsencode(root / "funds") + b"/\xff.yaml"
    with open(path, "wb"):
        pass


def _huge(root: Path) -> None:
    with (root / "funds/huge.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def _linked_folder(root: Path) -> None:
    (root / "observations").symlink_to("funds")


def _unreadable(root: Path) -> None:
    (root / "funds/loop.yaml").symlink_to("loop.yaml")


FILES: dict[str, tuple[Make, str, str]] = {
    "name in another case": (_file("funds/Sample-Fund.yaml"), "funds/Sample-Fund.yaml", "PATH002"),
    "name in decomposed letters": (
        _file("funds/cafe\u0301.yaml"),
        "funds/cafe\u0301.yaml",
        "PATH002",
    ),
    "name with a look-alike letter": (
        _file("funds/sаmple-fund.yaml"),
        "funds/sаmple-fund.yaml",
        "PATH002",
    ),
    "name with full-width digits": (_file("funds/１２.yaml"), "funds/１２.yaml", "PATH002"),
    "name with dots": (_file("funds/..yaml"), "funds/..yaml", "PATH002"),
    "name with a backslash": (_file("funds/..\\x.yaml"), "funds/..\\x.yaml", "PATH002"),
    "name with a line break": (_file("funds/a\nb.yaml"), "funds/a\nb.yaml", "PATH002"),
    "name with a CI command": (
        _file("funds/a\n::error::b.yaml"),
        "funds/a\n::error::b.yaml",
        "PATH002",
    ),
    "name that starts as a CI command": (
        _file("funds/::error::b.yaml"),
        "funds/::error::b.yaml",
        "PATH002",
    ),
    "name with a terminal escape": (_file("funds/\x1b[31m.yaml"), "funds/\x1b[31m.yaml", "PATH002"),
    "name that is no text": (_raw_name, "funds/\udcff.yaml", "PATH002"),
    "name that starts with a hyphen": (_file("funds/-rf.yaml"), "funds/-rf.yaml", "PATH002"),
    "name that Windows reserves": (_file("funds/con.yaml"), "funds/con.yaml", "PATH003"),
    "name that Windows reserves, with a number": (
        _file("funds/com1.yaml"),
        "funds/com1.yaml",
        "PATH003",
    ),
    "another ending": (_file("funds/x.yml"), "funds/x.yml", "PATH004"),
    "hidden file": (_file("funds/.x.yaml"), "funds/.x.yaml", "PATH002"),
    "stray file beside the folders": (_file("x.yaml"), "x.yaml", "PATH004"),
    "symbolic link": (
        lambda root: (root / "funds/link.yaml").symlink_to("/etc/passwd"),
        "funds/link.yaml",
        "PATH005",
    ),
    "symbolic link to itself": (_unreadable, "funds/loop.yaml", "PATH005"),
    "folder that is a link": (_linked_folder, "observations", "PATH005"),
    "named pipe": (lambda root: os.mkfifo(root / "funds/pipe.yaml"), "funds/pipe.yaml", "PATH005"),
    "folder named as a record": (
        lambda root: (root / "funds/folder.yaml").mkdir(),
        "funds/folder.yaml",
        "PATH005",
    ),
    "file of 50 MB": (_huge, "funds/huge.yaml", "READ001"),
    "reference file that is a pipe": (
        lambda root: ((root / "released.csv").unlink(), os.mkfifo(root / "released.csv")),
        "released.csv",
        "PATH005",
    ),
    "reference file with a NUL": (
        _file("released.csv", b"record,version\nfund/\0x,1\n"),
        "released.csv",
        "READ004",
    ),
    "reference file with an open quote": (
        _file("released.csv", b'record,version\n"fund/x,1\n'),
        "released.csv",
        "MODEL013",
    ),
    "reference file with a formula": (
        _file("released.csv", b"record,version\nfund/x,=1+1\n"),
        "released.csv",
        "MODEL013",
    ),
}
"""What lies in the folder: how to make it, the file of the finding, and its rule."""
