"""What runs on GitHub: valid, without known weaknesses, and within its rights."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(
    set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {GITHUB / "ISSUE_TEMPLATE/config.yml"}
)
WRITERS = {
    ("comment", "comment", "pull-requests"),
    ("release", "publish", "attestations"),
    ("release", "publish", "contents"),
    ("release", "publish", "id-token"),
    ("site", "deploy", "id-token"),
    ("site", "deploy", "pages"),
}
"""Workflow, job and permission: all that may write. A new one is a decision, made here."""

Node = dict[str, Any]  # YAML as the lenient loader gives it; tests look into it at will


def read(file: Path) -> Node:
    # BaseLoader keeps every scalar as text: `on` would else be read as true.
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> list[tuple[str, str, Node]]:
    return [(f.stem, name, job) for f in WORKFLOWS for name, job in read(f)["jobs"].items()]


def steps() -> list[tuple[str, Node]]:
    return [(workflow, step) for workflow, _, job in jobs() for step in job["steps"]]


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def test_actionlint_finds_nothing() -> None:
    files = [str(file) for file in WORKFLOWS]
    # Its checks of shell and Python need programs that only some machines have.
    done = run("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *files)
    assert (done.stdout, done.returncode) == ("", 0)


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{runs: x}]\n")
    done = run("actionlint", "-no-color", str(bad))
    assert 'step must run script with "run" section' in done.stdout
    assert done.returncode == 1


def test_zizmor_finds_nothing() -> None:
    arguments = ("--offline", "--quiet", "--no-progress", "--strict-collection")
    done = run("zizmor", *arguments, "--persona=pedantic", "--color=never", ".")
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    good = (GITHUB / "workflows" / "links.yml").read_text(encoding="utf-8")
    bad = tmp_path / "bad.yml"
    bad.write_text(good.replace("make setup", "echo ${{ github.event.pull_request.title }}"))
    done = run("zizmor", "--offline", "--quiet", "--no-progress", "--color=never", str(bad))
    assert "template-injection" in done.stdout
    assert done.returncode != 0


def test_every_workflow_names_its_rights_and_grants_none_to_write() -> None:
    rights = {file.stem: read(file).get("permissions") for file in WORKFLOWS}
    assert [right for right in rights.values() if right not in ({}, {"contents": "read"})] == []


def test_only_the_listed_jobs_may_write() -> None:
    writers = {
        (workflow, name, permission)
        for workflow, name, job in jobs()
        for permission, access in job.get("permissions", {}).items()
        if access != "read"
    }
    assert writers == WRITERS


def test_what_may_write_runs_no_code_but_its_own_script() -> None:
    writing = {(workflow, name) for workflow, name, _ in WRITERS}
    commands = [
        (workflow, step["run"].splitlines()[0])
        for workflow, name, job in jobs()
        for step in job["steps"]
        if (workflow, name) in writing and "run" in step
    ]
    assert commands == [
        ("comment", 'python3 -I build/post_comment.py "$FOLDER" --head "$HEAD_SHA"'),
        (
            "release",
            'gh release create "$GITHUB_REF_NAME" --verify-tag --title "$GITHUB_REF_NAME" \\',
        ),
    ]


def test_the_comment_is_written_with_the_default_branch_only() -> None:
    (checkout,) = [
        step for name, step in steps() if name == "comment" and "checkout" in step.get("uses", "")
    ]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["with"]["sparse-checkout"] == "build/post_comment.py"


def test_a_pull_request_runs_without_write_rights_or_secrets() -> None:
    file = GITHUB / "workflows" / "pull-request.yml"
    workflow = read(file)
    assert list(workflow["on"]) == ["pull_request"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [job for job in workflow["jobs"].values() if "permissions" in job] == []
    assert re.search(r"secrets\.|github\.token", file.read_text(encoding="utf-8")) is None


def test_the_comment_follows_the_pull_request_workflow_and_takes_its_artifact() -> None:
    first, second = (read(GITHUB / "workflows" / f"{n}.yml") for n in ("pull-request", "comment"))
    assert second["on"]["workflow_run"]["workflows"] == [first["name"]]
    uploaded = [
        s["with"]["name"] for s in first["jobs"]["diff"]["steps"] if "upload" in s.get("uses", "")
    ]
    taken = [
        s["with"]["name"]
        for s in second["jobs"]["comment"]["steps"]
        if "download" in s.get("uses", "")
    ]
    assert uploaded == taken


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_workflow_runs_a_fork_with_the_rights_of_the_base(file: Path) -> None:
    assert "pull_request_target" not in file.read_text(encoding="utf-8")


def test_no_command_is_put_together_from_an_expression() -> None:
    assert [step["run"] for _, step in steps() if "${{" in step.get("run", "")] == []


def test_no_checkout_leaves_the_token_behind() -> None:
    kept = [
        workflow
        for workflow, step in steps()
        if step.get("uses", "").startswith("actions/checkout@")
        and step["with"].get("persist-credentials") != "false"
    ]
    assert kept == []


def test_only_actions_of_github_itself_are_used_unless_pinned_by_hash() -> None:
    used = {step["uses"] for _, step in steps() if "uses" in step}
    pinned = re.compile(r"actions/[a-z-]+@v[0-9]+|[\w.-]+/[\w./-]+@[0-9a-f]{40}")
    assert sorted(action for action in used if not pinned.fullmatch(action)) == []


def test_every_job_ends_in_time_and_names_its_machine() -> None:
    loose = [
        (workflow, name)
        for workflow, name, job in jobs()
        if int(job.get("timeout-minutes", 0)) not in range(1, 121)
        or not re.fullmatch(r"ubuntu-[0-9]{2}\.04", job["runs-on"])
    ]
    assert loose == []


def test_make_targets_and_recipes_that_workflows_run_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = "\n".join(step.get("run", "") for _, step in steps())
    targets = set(re.findall(r"^(?:\s*)make ([a-z]+)", commands, flags=re.MULTILINE))
    assert targets <= set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    recipes = set(re.findall(r"build/\w+\.py|\.ci/run", commands))
    assert recipes
    assert [recipe for recipe in sorted(recipes) if not (ROOT / recipe).is_file()] == []


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_issue_forms_are_whole(file: Path) -> None:
    form = read(file)
    assert {"name", "description", "title", "labels", "body"} == set(form)
    questions = [item for item in form["body"] if item["type"] != "markdown"]
    ids = [question["id"] for question in questions]
    assert len(ids) == len(set(ids))
    assert "sources" in ids
    assert all(question["attributes"]["label"] for question in questions)


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert [form.stem for form in FORMS] == ["correction", "dispute", "new-record"]


def test_every_path_has_an_owner() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0].split()[0] == "*"
    assert all(owner.startswith("@") for rule in rules for owner in rule.split()[1:])


def test_dependencies_and_actions_are_kept_current() -> None:
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}


def test_hooks_here_and_for_other_repositories_run_the_same_commands() -> None:
    (local,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    here = {hook["id"]: hook["entry"] for hook in local["hooks"]}
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    offered = {hook["id"]: hook["entry"] for hook in manifest}
    assert offered.items() <= here.items()
    assert set(offered) == {"statecraft-fmt", "statecraft-validate"}
