"""What is installed from the wheel is whole: it builds a folder of clippings with its own theme, away from the checkout."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
    )
    if done.returncode and ("No matching distribution" in done.stderr or "Temporary failure" in done.stderr):
        pytest.skip("the build backend cannot be fetched on this machine")
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheels_theme_is_ours(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = {
            name.removeprefix("sitegen/templates/"): archive.read(name)
            for name in archive.namelist()
            if name.startswith("sitegen/templates/")
        }
        assert "sitegen/data/countries.csv" in archive.namelist()
        assert "sitegen/starter/content/site.yaml" in archive.namelist()
    ours = {
        p.relative_to(ROOT / "templates").as_posix(): p.read_bytes()
        for p in (ROOT / "templates").rglob("*")
        if p.is_file()
    }
    assert shipped == ours


def test_the_wheel_builds_clippings_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import site; print(site.getsitepackages()[0])"], capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site.stdout.strip())
    # The dependencies come from this environment: what is proved is that the wheel needs nothing of the checkout.
    own = subprocess.run([sys.executable, "-c", "import msgspec, os; print(os.path.dirname(os.path.dirname(msgspec.__file__)))"],
                         capture_output=True, text=True, check=True)  # fmt: skip
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.txt").write_text(
        "Lake ministers meet\n\nVIENNA, May 4, 2021 (Example) -- Ministers of Austria and Hungary met in Vienna on Tuesday.\n"
    )
    done = subprocess.run(
        [python, "-c", f"import sys; sys.path.append({own.stdout.strip()!r}); from sitegen.cli import main; sys.exit(main(['build']))"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "output" / "index.html").read_text()
    assert "<h1" in home
    assert list((tmp_path / "output" / "assets").glob("*.css"))
