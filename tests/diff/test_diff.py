"""What a comparison says, and that no loss is ever hidden."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_statecraft.cli import main
from ai_statecraft.diff.compare import ClaimChange, Difference, FieldChange, RecordChange, compare
from ai_statecraft.diff.report import LIMIT, as_markdown, as_text, inert
from ai_statecraft.diff.sides import open_side
from ai_statecraft.errors import DataError
from ai_statecraft.loading import load_contents

FUND = "funds/sample-fund.yaml"
ORDER = "restrictions/sample-export-order.yaml"


def edit(data: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (data / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (data / name).write_text(text, "utf-8")


def changed(data: Path, name: str, *changes: tuple[str, str]) -> Difference:
    before = load_contents(data)
    edit(data, name, *changes)
    return compare(before, load_contents(data))


def test_a_state_does_not_differ_from_itself(data: Path) -> None:
    contents = load_contents(data)
    assert compare(contents, contents).is_empty


def test_a_changed_value_shows_old_and_new(data: Path) -> None:
    difference = changed(data, FUND, ("344000000000", "344100000000"), ("3440亿元", "3441亿元"))
    (change,) = difference.changed_claims
    assert (change.record, change.path) == ("fund/sample-fund", "/quantities/0")
    assert change.fields == (
        FieldChange("value", "344000000000", "344100000000"),
        FieldChange("stated", "3440亿元", "3441亿元"),
    )
    assert difference == replace(Difference(), changed_claims=(change,))


def test_a_renamed_citation_label_is_no_difference(data: Path) -> None:
    difference = changed(
        data, ORDER, ("cites: [a]", "cites: [c]"), ("[a, b]", "[c, b]"), ("  a:\n", "  c:\n")
    )
    assert difference.is_empty


def test_another_passage_is_a_difference_of_the_sources(data: Path) -> None:
    difference = changed(data, ORDER, ("0" * 63 + "3", "9" + "0" * 63))
    assert [(c.path, [f.field for f in c.fields]) for c in difference.changed_claims] == [
        ("/events/2", ["sources"]),
        ("/events/3", ["sources"]),
    ]


def test_a_removed_claim_is_a_loss_and_its_effect_on_the_status_shows(data: Path) -> None:
    line = "  - {date: 2029-06-15, type: suspended, until: 2031-01-01, part: fine, cites: [b]}\n"
    difference = changed(data, ORDER, (line, ""))
    (lost,) = difference.lost_claims
    assert (lost.record, lost.path) == ("restriction/sample-export-order", "/events/3")
    assert difference.has_losses
    (effect,) = difference.effects
    assert FieldChange("status", "partly_in_force", "in_force") in effect.fields


def test_a_record_gone_without_a_redirect_is_a_loss_and_with_one_it_is_not(data: Path) -> None:
    before = load_contents(data)
    (data / "targets/sample-target.yaml").unlink()
    difference = compare(before, load_contents(data))
    gone = RecordChange("target/sample-target", "Sample self-sufficiency by 2035")
    assert difference == Difference(lost_records=(gone,))
    with (data / "redirects.yaml").open("a") as file:
        file.write(
            "target/sample-target: {reason: withdrawn, date: 2030-01-04, note: It was no goal.}\n"
        )
    difference = compare(before, load_contents(data))
    assert difference.withdrawn == (replace(gone, reason="withdrawn"),)
    assert not difference.has_losses
    assert [change.record for change in difference.changed_rows] == [
        "redirects/target/sample-target"
    ]


def test_commits_and_the_working_tree_are_compared_by_meaning(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(
            ["git", "-C", str(data.parent), *identity, *arguments], check=True, capture_output=True
        )

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "start")
    edit(data, FUND, ("name: Sample fund", "name: The sample fund"))
    assert main(["diff", "main", "--data", str(data), "--format", "json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)["changed_records"]
    assert change["fields"] == [
        {"field": "name", "before": "Sample fund", "after": "The sample fund"}
    ]
    assert main(["diff", "main", "main", "--data", str(data)]) == 0
    assert capsys.readouterr().out.startswith("No difference")
    assert main(["diff", "no-such-commit", "--data", str(data)]) == 2
    assert "neither a folder nor a commit" in capsys.readouterr().err


def test_fail_on_loss_gives_status_1(data: Path, tmp_path: Path) -> None:
    assert main(["diff", str(data), "--data", str(data), "--fail-on-loss"]) == 0
    other = tmp_path / "other"
    other.mkdir()
    data.rename(other / "data")
    (other / "data/targets/sample-target.yaml").rename(other / "kept.yaml")
    smaller = other / "data"
    bigger = Path(__file__).parents[1] / "sample"
    assert main(["diff", str(bigger), str(smaller), "--fail-on-loss"]) == 1


NAMES = st.text(max_size=400) | st.just("<script>alert(1)</script> @everyone [x](https://x) ![")
LOSSES = st.lists(
    st.builds(RecordChange, st.sampled_from(["fund/a", "target/b"]), NAMES), max_size=4
)


@given(LOSSES, NAMES, st.integers(0, 400))
def test_markdown_is_inert_bounded_and_names_every_loss(
    losses: list[RecordChange], text: str, number: int
) -> None:
    change = ClaimChange("fund/a", "c", "/quantities/0", (FieldChange("note", text, text * 3),))
    difference = Difference(lost_records=tuple(losses), changed_claims=(change,) * number)
    written = as_markdown(difference)
    assert len(written) <= LIMIT
    assert "<" not in written
    assert "@" not in written
    assert "](" not in written
    assert f"lost (neither redirected nor withdrawn): {len(losses)}" in written or not losses


def test_so_many_losses_that_only_their_number_fits_are_counted() -> None:
    lost = tuple(RecordChange(f"fund/{'x' * 80}-{n}", "y" * 200) for n in range(20_000))
    written = as_markdown(Difference(lost_records=lost))
    assert len(written) <= LIMIT
    assert "- 20000 in records of type fund" in written


def test_a_terminal_gets_no_escapes() -> None:
    change = RecordChange("fund/a", "\x1b[31mred\u202e")
    assert "\x1b" not in as_text(Difference(added=(change,)))
    assert "\u202e" not in as_text(Difference(added=(change,)))
    assert inert("a\nb") == "a b"


def test_a_commit_with_a_link_out_of_the_folder_is_refused_by_name(data: Path) -> None:
    (data / "funds" / "evil.yaml").symlink_to("/etc/hosts")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "A link"]):
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=data, check=True)
    with pytest.raises(DataError, match=r"HEAD cannot be compared: .*evil\.yaml"):
        open_side("HEAD", data)


def test_a_waiver_a_locator_and_an_attribution_are_seen(data: Path) -> None:
    waiver = "waivers:\n  - {rule: NUM001, reason: The paper gives none.}\ncuration:"
    difference = changed(
        data,
        FUND,
        ("curation:", waiver),
        ("locator: 第一条", "locator: 第二条"),
        ("    attributed_to: [actor/sample-ministry]\n", ""),
    )
    (own,) = difference.changed_records
    assert {field.field for field in own.fields} == {"waivers", "sources"}
    assert {field.field for c in difference.changed_claims for field in c.fields} == {
        "sources",
        "against",
    }


def test_a_vanished_redirect_or_released_id_is_a_loss_and_a_rate_a_change(data: Path) -> None:
    before = load_contents(data)
    (data / "redirects.yaml").write_text("# none\n")
    (data / "released.csv").write_text("record,version\n")
    edit(data, "reference/exchange-rates.csv", ("2029,8", "2029,7"))
    difference = compare(before, load_contents(data))
    assert [change.record for change in difference.lost_rows] == [
        "redirects/fund/sample-old-fund",
        "released/fund/sample-fund",
        "released/fund/sample-old-fund",
    ]
    assert difference.has_losses
    (rate,) = difference.changed_rows
    assert (rate.record, rate.fields) == (
        "rates/CNY 2029",
        (FieldChange("per_usd", "8", "7"),),
    )
