"""The starter, and the workflow that publishes it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import sitegen
from sitegen.new import NotEmpty, new_site, wheel_wanted

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = (ROOT / ".github/workflows/pages.yml", ROOT / "sitegen/starter/pages.yml")
Run = Callable[..., "subprocess.CompletedProcess[str]"]

KEYS = {
    "workflow": {"name", "on", "permissions", "concurrency", "jobs"},
    "job": {"runs-on", "permissions", "steps", "needs", "environment", "timeout-minutes"},
    "step": {"id", "name", "uses", "run", "with", "env", "if"},
}
MAJORS = {
    "actions/checkout": "v6", "actions/setup-python": "v6", "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5", "actions/deploy-pages": "v5",
}  # fmt: skip


def test_the_starter_is_written_whole_and_never_over_something(tmp_path: Path) -> None:
    written = new_site(tmp_path / "a" / "b")
    assert {"README.md", ".gitignore", ".github/workflows/pages.yml", "content/site.yaml"} <= set(written)
    assert {p.relative_to(tmp_path / "a/b").as_posix() for p in (tmp_path / "a/b").rglob("*") if p.is_file()} == set(
        written
    )
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    with pytest.raises(NotEmpty):
        new_site(tmp_path / "full")
    with pytest.raises(NotEmpty):
        new_site(tmp_path / "full" / "mine.txt")
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_the_starter_installs_this_program_and_no_other_of_its_name(tmp_path: Path) -> None:
    wheel = tmp_path / "sitegen-9.9.9-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    cases = {
        "https://example.org/sitegen-1.0-py3-none-any.whl": "sitegen @ https://example.org/sitegen-1.0-py3-none-any.whl",
        "git+https://example.org/me/sitegen@0a1b": "sitegen @ git+https://example.org/me/sitegen@0a1b",
        wheel.as_uri(): f"./vendor/{wheel.name}",
        "file:///home/me/checkout": f"./vendor/sitegen-{sitegen.__version__}-py3-none-any.whl",
        "": f"./vendor/sitegen-{sitegen.__version__}-py3-none-any.whl",
    }
    for number, (came_from, line) in enumerate(cases.items()):
        folder = tmp_path / str(number)
        new_site(folder, came_from)
        lines = [x for x in (folder / "requirements.txt").read_text().splitlines() if not x.startswith("#")]
        assert lines == [line]
        assert bool(wheel_wanted(folder)) == (number > 2)
    assert (tmp_path / "2/vendor" / wheel.name).read_bytes() == b"a wheel"
    assert "pip install -r requirements.txt" in commands(WORKFLOWS[1])


@pytest.mark.parametrize(
    "workflow", [*sorted((ROOT / ".github/workflows").iterdir()), WORKFLOWS[1]], ids=lambda p: p.name
)
def test_github_would_take_the_workflow(workflow: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=["here", "starter"])
def test_the_workflow_is_well_formed_and_may_do_little(workflow: Path) -> None:
    found = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert set(found) <= KEYS["workflow"]
    assert found["permissions"] == {"contents": "read"}
    assert set(found["jobs"]) == {"build", "deploy"}
    for job in found["jobs"].values():
        assert set(job) <= KEYS["job"]
        ids: set[str] = set()
        for step in job["steps"]:
            assert set(step) <= KEYS["step"]
            assert ("uses" in step) != ("run" in step)
            if "uses" in step:
                name, _, version = step["uses"].partition("@")
                assert MAJORS[name] == version
            # An expression in a script could run what it holds; it goes by way of the environment.
            assert "${{" not in step.get("run", "")
            for reference in re.findall(r"steps\.(\w+)\.", str(step)):
                assert reference in ids
            ids.add(step.get("id", ""))
    build, deploy = found["jobs"]["build"], found["jobs"]["deploy"]
    assert build["permissions"] == {"contents": "read", "pages": "read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert deploy["needs"] == "build"
    assert deploy["environment"]["name"] == "github-pages"
    uploaded = next(s for s in build["steps"] if "upload-pages-artifact" in s.get("uses", ""))
    assert uploaded["with"] == {"path": "output", "include-hidden-files": "true"}


def commands(workflow: Path) -> list[str]:
    build: dict[str, Any] = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)["jobs"]["build"]
    return [step["run"] for step in build["steps"] if "run" in step]


def test_the_workflows_steps_make_the_artifact(tmp_path: Path, sitegen: Run) -> None:
    assert sitegen("new", "site").returncode == 0
    site = tmp_path / "site"
    ours = [c for c in commands(WORKFLOWS[1]) if c.startswith("sitegen ")]
    assert len(ours) == 2
    for command in ours:
        words = [w.strip('"').replace("$URL", "https://me.github.io/repo") for w in command.split()[1:]]
        done = sitegen(*words, cwd=site)
        assert done.returncode == 0, done.stderr
    output = site / "output"
    assert {".nojekyll", "index.html", "404.html", "sitemap.xml"} <= {p.name for p in output.iterdir()}
    for path in output.rglob("*"):
        assert not path.is_symlink()
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)
    assert 'href="/repo/' in (output / "404.html").read_text(encoding="utf-8")
