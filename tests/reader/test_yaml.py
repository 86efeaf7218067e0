"""The strict reader: every class of good and bad input, with the finding it gives."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ai_statecraft.findings import Finding, Severity
from ai_statecraft.reader.faults import MAX_FINDINGS
from ai_statecraft.reader.nodes import Mapping, Node, Scalar, Sequence
from ai_statecraft.reader.text import MAX_BYTES
from ai_statecraft.reader.yaml import MAX_DEPTH, MAX_NODES, read_yaml

Place = tuple[str, int, int]

# Bytes, what the file is read as, and rule, line and column of each finding. None stands
# for a file that can't be relied on.
INPUTS: dict[str, tuple[bytes, object, list[Place]]] = {
    # What YAML would misread stays text.
    "float without a point": (b"a: 3E991", {"a": "3E991"}, []),
    "ECCN like a float": (b"a: [3E001, 4E091]", {"a": ["3E001", "4E091"]}, []),
    "HS heading with a zero": (b"a: 8486.20", {"a": "8486.20"}, []),
    "octal": (b"a: 010", {"a": "010"}, []),
    "boolean of YAML 1.1": (b"a: NO\nb: off", {"a": "NO", "b": "off"}, []),
    "overflowing float": (b"a: 1e400", {"a": "1e400"}, []),
    "year": (b"a: 2025", {"a": "2025"}, []),
    "day": (b"a: 2025-07-26", {"a": "2025-07-26"}, []),
    "base 60": (b"a: 1:30", {"a": "1:30"}, []),
    "null": (b"a: ~\nb:\nc: null", {"a": "~", "b": "", "c": "null"}, []),
    "infinity": (b"a: .inf\nb: .nan", {"a": ".inf", "b": ".nan"}, []),
    "huge integer": (b"a: " + b"9" * 5000, {"a": "9" * 5000}, []),
    # Legitimate text.
    "Chinese": (
        "a: 国发〔2025〕11号，3440亿元　九成％".encode(),
        {"a": "国发〔2025〕11号，3440亿元　九成％"},
        [],
    ),
    "typographic quotes": (
        "a: ‘it’s’ “so” – — … é ½ €".encode(),
        {"a": "‘it’s’ “so” – — … é ½ €"},
        [],
    ),
    "beyond the basic plane": (
        "a: [𠀀𠀀, {b: 𠀀, b: 2}]".encode(),
        {"a": ["𠀀𠀀", {"b": "𠀀"}]},
        [("READ021", 1, 16)],
    ),
    "quoted": (b"'a': \"x: \\n # y\"\nb: 'it''s'", {"a": "x: \n # y", "b": "it's"}, []),
    "folded and literal": (b"a: >-\n  x\n  y\nb: |\n  z\n", {"a": "x y", "b": "z\n"}, []),
    "explicit document": (b"---\na: 1\n...\n", {"a": "1"}, []),
    "empty collections": (b"a: []\nb: {}", {"a": [], "b": {}}, []),
    "comment": (b"# yaml-language-server: $schema=x?\na: 1 # why?", {"a": "1"}, []),
    "question marks in text": (b"a: b?\nc: w? # ?\nd: ?x", {"a": "b?", "c": "w?", "d": "?x"}, []),
    # Bytes.
    "too large": (b"a: " + b"x" * MAX_BYTES, None, [("READ001", 0, 0)]),
    "Latin-1": ("a: é".encode("latin-1"), None, [("READ002", 1, 4)]),
    "GB 18030 in line 2": (b"a: 1\nb: " + "国".encode("gb18030"), None, [("READ002", 2, 4)]),
    "UTF-16 with mark": ("a: 1".encode("utf-16"), None, [("READ002", 1, 1)]),
    "UTF-16 without mark": ("a: 1".encode("utf-16-be"), None, [("READ002", 1, 1)]),
    "UTF-32": ("a: 1".encode("utf-32"), None, [("READ002", 1, 1)]),
    "encoded surrogate": (b"a: \xed\xa0\x80", None, [("READ002", 1, 4)]),
    "overlong": (b"a: \xc0\xaf", None, [("READ002", 1, 4)]),
    "cut short": (b"a: \xe5\x9b", None, [("READ002", 1, 4)]),
    "byte-order mark": (b"\xef\xbb\xbfa: 1", {"a": "1"}, [("READ003", 1, 1)]),
    # Characters.
    "NUL": (b"a: b\0c", None, [("READ004", 1, 5)]),
    "terminal escape": (b"a: \x1b[31mred", None, [("READ004", 1, 4)]),
    "C1 control": ("a: \x9b31m".encode(), None, [("READ004", 1, 4)]),
    "DEL": (b"a: \x7f", None, [("READ004", 1, 4)]),
    "form feed": (b"a: x\n\x0cb: y", None, [("READ004", 2, 1)]),
    "tab between": (b"a:\tb", {"a": "b"}, [("READ005", 1, 3)]),
    "tab indents": (b"a:\n\tb: 1", {"a": {"b": "1"}}, [("READ005", 2, 1)]),
    "tab in a comment": (b"a: 1 #\tx", {"a": "1"}, [("READ005", 1, 7)]),
    "run of tabs once": (b"a: 1\t\t\t# x", {"a": "1"}, [("READ005", 1, 5)]),
    "Windows line ends once": (b"a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}, [("READ006", 1, 5)]),
    "lone carriage return": (b"a: 1\rb: 2", None, [("READ007", 1, 5)]),
    "next line": ("a: 1\x85b: 2".encode(), None, [("READ007", 1, 5)]),
    "line separator": ("a: 1\u2028b: 2".encode(), None, [("READ007", 1, 5)]),
    "paragraph separator": ("a: 1\u2029b: 2".encode(), None, [("READ007", 1, 5)]),
    "right-to-left override": ("a: \u202ex".encode(), None, [("READ008", 1, 4)]),
    "isolate in a comment": ("a: 1 # \u2066x".encode(), None, [("READ008", 1, 8)]),
    "Arabic letter mark": ("a: \u061cx".encode(), None, [("READ008", 1, 4)]),
    "zero-width space": (
        "a: b\u200bc\nd: e\u200df".encode(),
        None,
        [
            ("READ009", 1, 5),
            ("READ009", 2, 5),
        ],
    ),
    "soft hyphen": ("a: b\xadc".encode(), None, [("READ009", 1, 5)]),
    "inner byte-order mark": ("a: b\ufeffc".encode(), None, [("READ009", 1, 5)]),
    "variation selector": ("a: b\ufe0fc".encode(), None, [("READ009", 1, 5)]),
    "ideographic variation": ("a: 葛\U000e0100".encode(), None, [("READ009", 1, 5)]),
    "tag character": ("a: b\U000e0041c".encode(), None, [("READ009", 1, 5)]),
    "Hangul filler": (
        "a: b\u3164\nb: \uffa0\nc: \u115f\u1160".encode(),
        None,
        [
            ("READ009", 1, 5),
            ("READ009", 2, 4),
            ("READ009", 3, 4),
            ("READ009", 3, 5),
        ],
    ),
    "private use": ("a: \ue000\U00100000".encode(), None, [("READ010", 1, 4), ("READ010", 1, 5)]),
    "noncharacter": ("a: \uffff\ufdd0".encode(), None, [("READ010", 1, 4), ("READ010", 1, 5)]),
    "lost character": ("a: \ufffd".encode(), None, [("READ010", 1, 4)]),
    "invisible in a key": ("a\u200b: 1\na: 2".encode(), None, [("READ009", 1, 2)]),
    "escaped NUL": (b'a: "\\0"', None, [("READ004", 1, 4)]),
    "escaped escape": (b'a: "\\e[31m"', None, [("READ004", 1, 4)]),
    "escaped tab": (b'a: "b\\tc"', {"a": "b\tc"}, [("READ005", 1, 4)]),
    "escaped line separator": (b'a: "\\L"', None, [("READ007", 1, 4)]),
    "escaped override": (b'a: "\\u202e"', None, [("READ008", 1, 4)]),
    "escaped zero width": (b'a: "\\u200b"', None, [("READ009", 1, 4)]),
    "escaped key": (b'"\\u200b": 1', None, [("READ009", 1, 1)]),
    # Syntax.
    "unclosed bracket": (b"a: [1, 2", None, [("READ011", 2, 1)]),
    "unclosed quote": (b'a: "b\nc: 1\n', None, [("READ011", 3, 1)]),
    "colon in text": (b"a: b: c", None, [("READ011", 1, 5)]),
    "reserved mark": (b"a: @b", None, [("READ011", 1, 4)]),
    "bad indentation": (b"a:\n  b: 1\n c: 2", None, [("READ011", 3, 2)]),
    "key of kilobytes": (b"a" * 5000 + b": 1", None, [("READ011", 1, 5001)]),
    "two faults and syntax": (
        b"a:\t1\na: 2\nb: [\n",
        None,
        [
            ("READ005", 1, 3),
            ("READ011", 4, 1),
            ("READ021", 2, 1),
        ],
    ),
    # Documents.
    "empty": (b"", None, [("READ012", 1, 1)]),
    "only comments": (b"# a\n\n# b\n", None, [("READ012", 1, 1)]),
    "only a marker": (b"---\n", None, [("READ012", 1, 1)]),
    "list": (b"- a: 1", None, [("READ013", 1, 1)]),
    "text": (b"hello", None, [("READ013", 1, 1)]),
    "null alone": (b"~", None, [("READ013", 1, 1)]),
    "two documents": (b"a: 1\n---\nb: 2", None, [("READ014", 2, 1)]),
    "version directive": (b"# x\n%YAML 1.1\n---\na: no", {"a": "no"}, [("READ015", 2, 1)]),
    "tag directive": (b"%TAG ! !!\n---\na: 1", {"a": "1"}, [("READ015", 1, 1)]),
    "unknown directive": (
        b"%FOO\n%YAML 3.0\n---\na: 1",
        {"a": "1"},
        [
            ("READ015", 1, 1),
            ("READ015", 2, 1),
        ],
    ),
    # Anchors, aliases, tags.
    "anchor": (b"a: &x b", {"a": "b"}, [("READ016", 1, 4)]),
    "anchored mapping": (b"a: &x\n  b: 1", {"a": {"b": "1"}}, [("READ016", 1, 4)]),
    "alias": (b"a: &x b\nc: *x", None, [("READ016", 1, 4), ("READ017", 2, 4)]),
    "alias to nowhere": (b"a: *x", None, [("READ017", 1, 4)]),
    "recursive alias": (b"a: &x [*x]", None, [("READ016", 1, 4), ("READ017", 1, 8)]),
    "alias as key": (b"*x : 1", None, [("READ017", 1, 1), ("READ022", 1, 1)]),
    "alias bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        None,
        [
            ("READ016", 1, 4),
            ("READ016", 2, 4),
            ("READ017", 2, 8),
            ("READ017", 2, 12),
            ("READ017", 3, 5),
            ("READ017", 3, 9),
        ],
    ),
    "core tag": (b"a: !!int 1", {"a": "1"}, [("READ018", 1, 4)]),
    "Python tag": (b"a: !!python/object/apply:os.system [id]", {"a": ["id"]}, [("READ018", 1, 4)]),
    "local tag": (b"!x\na: !y {b: 1}", {"a": {"b": "1"}}, [("READ018", 1, 1), ("READ018", 2, 4)]),
    "non-specific tag": (b"a: ! b", {"a": "b"}, [("READ018", 1, 4)]),
    "verbatim tag": (b"a: !<tag:x,2000:y> b", {"a": "b"}, [("READ018", 1, 4)]),
    "undefined tag handle": (b"a: !x!y b", None, [("READ018", 1, 4)]),
    # Keys.
    "merge key": (b"a: {<<: {b: 1}}", None, [("READ019", 1, 5)]),
    "quoted merge key": (b"'<<': 1", {"<<": "1"}, []),
    "list as key": (b"[a]: 1", None, [("READ020", 1, 1)]),
    "mapping as key": (b"{a: b}: 1", None, [("READ020", 1, 1)]),
    "question-mark key": (b"? a\n: b", None, [("READ020", 1, 3)]),
    "later question-mark key": (b"a: 1 # ?\n? b\n: c", None, [("READ020", 2, 3)]),
    "question mark alone": (b"?\n  a\n: b", None, [("READ020", 2, 3)]),
    "block scalar as key": (b"? |\n  a\n: b", None, [("READ020", 1, 3)]),
    "question mark in braces": (b"x: {? a : b}", None, [("READ020", 1, 7)]),
    "duplicate key": (b"a: 1\nb: 2\na: 3", {"a": "1", "b": "2"}, [("READ021", 3, 1)]),
    "quoted duplicate": (b"a: 1\n'a': 2", {"a": "1"}, [("READ021", 2, 1)]),
    "duplicate by normalisation": (
        "é: 1\ne\u0301: 2".encode(),
        {"é": "1"},
        [("READ021", 2, 1)],
    ),
    "nested duplicates": (
        b"a:\n  - {b: 1, b: {c: 1, c: 2}}",
        {"a": [{"b": "1"}]},
        [
            ("READ021", 2, 12),
            ("READ021", 2, 22),
        ],
    ),
    "empty key": (b"'': 1\nb: 2", {"b": "2"}, [("READ022", 1, 1)]),
    "no key": (b"{: 1}", None, [("READ011", 1, 2)]),
    "long key": (b"a" * 101 + b": 1\nb: 2", {"b": "2"}, [("READ022", 1, 1)]),
    "longest key": (b"a" * 100 + b": 1", {"a" * 100: "1"}, []),
    "boolean key": (b"no: 1\n'yes': 2", {"no": "1", "yes": "2"}, [("READ023", 1, 1)]),
    "integer key": (b"a: {1: x}", {"a": {"1": "x"}}, [("READ023", 1, 5)]),
    "null key": (b"~: 1", {"~": "1"}, [("READ023", 1, 1)]),
    # Size and depth.
    "60 kB of dashes": (b"- " * 30_000, None, [("READ024", 1, 2 * MAX_DEPTH + 1)]),
    "60 kB of brackets": (b"[" * 60_000, None, [("READ024", 1, MAX_DEPTH + 1)]),
    "60 kB of question marks": (b"? " * 30_000, None, [("READ020", 1, 3)]),
    "60 kB of braces": (b"{" * 60_000, None, [("READ020", 1, 2)]),
    "too many values": (b"a:\n" + b"- b\n" * MAX_NODES, None, [("READ025", 0, 0)]),
}


# A mebibyte of what makes parsers slow, each checked against the time allowed for a file.
SLOW = {
    "brackets": b"[" * MAX_BYTES,
    "brackets on lines": b"[\n" * (MAX_BYTES // 2),
    "dashes": b"- " * (MAX_BYTES // 2),
    "quotes in a list": b'["' * (MAX_BYTES // 2),
    "flow list": b"a: [" + b"1," * (MAX_BYTES // 2 - 8),
    "flow keys": b"a: {" + b"?," * (MAX_BYTES // 2 - 8),
    "unclosed text": b'a: "' + b"x" * (MAX_BYTES - 8),
    "one key": b"a" * (MAX_BYTES - 4) + b": 1",
    "different keys": b"".join(b"k%d: v\n" % number for number in range(90_000)),
    "equal keys": b"a: b\n" * (MAX_BYTES // 5),
    "tags": b"!" * MAX_BYTES,
    "tag directives": b"".join(b"%%TAG !a%d! b\n" % number for number in range(60_000)),
    "later tag directives": b"a: 1\n...\n" + b"%TAG !a! b\n" * 90_000,
    "controls": b"\x1b\x1c" * (MAX_BYTES // 2),
    "comments": b"#?\n" * (MAX_BYTES // 3),
    "blank lines": b"a: >\n" + b" \n" * (MAX_BYTES // 2 - 8),
    "digits": b"a: " + b"1" * (MAX_BYTES - 8),
}


def read(data: bytes) -> tuple[object, list[Place]]:
    record, findings = read_yaml(data, "data/funds/x.yaml")
    assert all(f.file == "data/funds/x.yaml" for f in findings)
    assert all(f.severity is Severity.ERROR and f.message and f.remedy for f in findings)
    places = sorted((f.rule, f.line, f.column) for f in findings)
    return None if record is None else plain(record), places


def plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(items=items):
            return {key.text: plain(value) for key, value in items}


@pytest.mark.parametrize("name", INPUTS)
def test_each_class_of_input_gives_its_record_and_findings(name: str) -> None:
    data, record, places = INPUTS[name]
    assert read(data) == (record, places)


@pytest.mark.parametrize("name", INPUTS)
def test_without_libyaml_the_same_input_gives_the_same_record_and_rules(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    data, record, places = INPUTS[name]
    found = read(data)
    # Only the place at which a syntax error shows is the parser's own.
    assert found[0] == record
    assert {rule for rule, _, _ in found[1]} == {rule for rule, _, _ in places}


def test_a_finding_says_what_is_wrong_where_and_how_to_mend_it() -> None:
    assert read_yaml(b"funds:\n  - {id: a, id: b}\n", "data/funds/x.yaml")[1] == (
        Finding(
            file="data/funds/x.yaml",
            line=2,
            column=13,
            rule="READ021",
            severity=Severity.ERROR,
            pointer="/funds/0/id",
            message="the key `id` is already given in line 2",
            remedy="keep one of the two",
        ),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: \x1b[0m", "U+001B ESCAPE is not allowed"),
        ("a: \u202ex".encode(), "U+202E RIGHT-TO-LEFT OVERRIDE is not allowed"),
        (b'a: "\\t"', "the text has U+0009 TAB as an escape, which is not allowed"),
        (b"a: \xed\xa0\x80", "half of a surrogate pair is not UTF-8 here"),
        (b"a: \xff", "the byte 0xff is not UTF-8 here"),
        (b"a: 1\r\nb: 2\r\n", "2 lines end with a carriage return and a line feed (CRLF)"),
        (b"'a\\nb': 1\n\"a\\\\nb\": 2", r"the key `a\nb` is already given in line 1"),
        (b'"a\\nb": 1\n"a\\nb": 2', r"the key `a\nb` is already given in line 1"),
        (b"x: *" + b"y" * 70, f"`*{'y' * 59}…` is an alias"),
        (b"a: [1\nb: 2\n", "did not find expected ',' or ']' while parsing a flow sequence "),
        (b"no: 1", "other readers take the key `no` for the boolean false"),
    ],
)
def test_a_message_names_what_was_found_and_never_holds_it_raw(data: bytes, message: str) -> None:
    finding = read_yaml(data, "x.yaml")[1][0]
    assert finding.message.startswith(message)
    assert finding.message.isprintable()


def test_a_syntax_error_gets_the_remedy_that_fits_it() -> None:
    remedies = [read_yaml(data, "x")[1][0].remedy for data in (b"a: b: c", b"a: @b", b'a: "\\q"')]
    assert remedies == [
        "put the text in quotes if it holds `: `; otherwise mend the indentation",
        "put the text in quotes: it starts with a character that YAML keeps for itself",
        "a backslash starts an escape in double quotes: write single quotes instead",
    ]


def test_every_node_keeps_the_place_and_the_way_it_is_written() -> None:
    record, findings = read_yaml("# c\nnäme: [𠀀, 'b']\nx:\n  - z: 010\n".encode(), "x.yaml")
    assert findings == ()
    assert record == Mapping(
        (
            (
                Scalar("näme", 2, 1, plain=True),
                Sequence((Scalar("𠀀", 2, 8, plain=True), Scalar("b", 2, 11, plain=False)), 2, 7),
            ),
            (
                Scalar("x", 3, 1, plain=True),
                Sequence(
                    (
                        Mapping(
                            (
                                (
                                    Scalar("z", 4, 5, plain=True),
                                    Scalar("010", 4, 8, plain=True),
                                ),
                            ),
                            4,
                            5,
                        ),
                    ),
                    4,
                    3,
                ),
            ),
        ),
        2,
        1,
    )


def test_of_many_faults_the_first_are_listed_and_the_file_is_void() -> None:
    record, findings = read_yaml(b"a: 1\n" * 200, "x.yaml")
    assert record is None
    assert [f.rule for f in findings] == ["READ021"] * MAX_FINDINGS + ["READ026"]
    assert findings[-1].line == MAX_FINDINGS + 2


def test_values_may_nest_to_the_limit() -> None:
    data = b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1)
    assert read_yaml(data, "x.yaml")[1] == ()
    too_deep = b"a: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert read(too_deep) == (None, [("READ024", 1, MAX_DEPTH + 3)])


@pytest.mark.parametrize("name", SLOW)
def test_a_mebibyte_of_anything_is_answered_in_time(name: str) -> None:
    started = time.process_time()
    read_yaml(SLOW[name], "x.yaml")
    assert time.process_time() - started < 5


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            b"a",
            b": ",
            b"\n",
            b"- ",
            b"? ",
            b"[",
            b"]",
            b"{",
            b"}",
            b", ",
            b"'",
            b'"',
            b"#",
            b" ",
            b"\t",
            b"\r",
            b"&a ",
            b"*a ",
            b"!t ",
            b"<<",
            b"%TAG ! x\n",
            b"---\n",
            b"...\n",
            b"|\n",
            b">",
            b"\\",
            b"\\U00110000",
            b"\x00",
            b"\xff",
            "é𠀀\u2028\u202e".encode(),
            b"\xef\xbb\xbf",
        ]
    ),
    max_size=40,
).map(b"".join)


@pytest.mark.parametrize("libyaml", [True, False])
@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=60) | YAML_LIKE)
@example(data=b'a: "\\UFFFFFFFF"')
@example(data=b"%TAG ! %ff\n---\n!%ff")
def test_no_bytes_make_the_reader_raise(data: bytes, libyaml: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", libyaml)
        record, findings = read_yaml(data, "x.yaml")
    assert record is not None or findings
    assert findings == tuple(sorted(findings))
    lines = data.count(b"\n") + 1
    assert all(0 <= f.line <= lines + 1 and f.column >= 0 for f in findings)
    assert all(f.message.isprintable() for f in findings)


SAFE_TEXT = st.text(
    st.characters(codec="utf-8", categories=["L", "Nd", "Nl", "P", "S"]).filter(
        lambda char: read_yaml(f'a: "{char}"'.encode(), "")[1] == () if char not in '"\\' else True
    ),
    min_size=1,
    max_size=12,
)
TREES = st.recursive(
    st.sampled_from(["NO", "010", "3E001", "1e400", "~", "", "2025-07-26", ".5"]) | SAFE_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAFE_TEXT, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(tree=st.dictionaries(SAFE_TEXT, TREES, min_size=1, max_size=3), flow=st.booleans())
def test_whatever_text_is_written_is_read_back_the_same(
    tree: dict[str, object], flow: bool
) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=1000)
    record, findings = read_yaml(written.encode(), "x.yaml")
    # PyYAML writes some keys in ways that are faults of their own: keys that differ only by
    # normalisation, `? ` before an empty key's value, and `y` and `n` without quotes.
    assume(not {f.rule for f in findings} & {"READ020", "READ021", "READ023"})
    assert findings == ()
    assert record is not None
    assert plain(record) == tree


@given(text=st.from_regex(r"[0-9A-Za-z.+_-][0-9A-Za-z.+_~:/-]{0,12}[0-9A-Za-z]", fullmatch=True))
def test_a_plain_scalar_is_kept_verbatim(text: str) -> None:
    record, findings = read_yaml(f"a: {text}\n".encode(), "x.yaml")
    assert findings == ()
    assert record is not None
    assert record.get("a") == Scalar(text, 1, 4, plain=True)
