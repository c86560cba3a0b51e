"""`outageplan timeline`: what is drawn for whom, on what terminal."""

from __future__ import annotations

from pathlib import Path

from .invented import BEFORE, NOTICES, written
from .running import run, run_bytes, run_on_terminal

DRAW = ("timeline", "--notices", NOTICES, "--lang", "en")
HENAN = (*DRAW, "henan-2021-11", "--at", BEFORE)


def test_what_is_not_over_is_drawn() -> None:
    result = run(*DRAW, "--at", "2023-11-30 09:00")
    assert (result.code, result.err) == (0, "")
    assert "[weifang-2023-12]" in result.out
    assert "▼ now 2023-11-30 09:00 (Thu)" in result.out
    assert "[national-2024-06]" in result.out
    assert "Beijing" in result.out
    assert "[henan-2021-11]" not in result.out.partition("Without a date")[0].partition("Weifang")[2]


def test_ids_and_all() -> None:
    assert "[henan-2021-11]" in run(*HENAN).out
    assert "[weifang-2023-12]" not in run(*HENAN).out
    everything = run(*DRAW, "--all", "--at", "2026-01-01").out
    for path in NOTICES.glob("*.yaml"):
        assert f"[{path.stem}]" in everything


def test_only_what_concerns_those_who_ask(tmp_path: Path) -> None:
    """The web halls are for insured people and employers (I.1); a pharmacy has no use for them."""
    assert "Employer and individual web halls closed" in run(*HENAN, "--role", "insured").out
    assert "Employer and individual web halls closed" not in run(*HENAN, "--role", "pharmacy").out
    site = "format: outageplan-site/1\nname: {en: Invented}\nrole: pharmacy\npools: [370700]\n"
    file = written(tmp_path / "site.yaml", site)
    assert "There is no window to draw." in run(*HENAN, "--site", file).out
    assert "There is no window to draw." in run(*HENAN, "--insured-at", "370700").out


def test_a_terminal_of_any_width() -> None:
    for width in (80, 40):
        result = run_on_terminal(*HENAN, width=width, env={"NO_COLOR": "1"})
        lines = result.out.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "").splitlines()
        assert result.code == 0
        assert max(map(len, lines)) <= width
        assert any(set(line) == set(" │▒░") for line in lines)


def test_an_encoding_without_the_blocks_gets_ascii() -> None:
    for encoding in ("gbk", "ascii", "latin-1"):
        code, out, err = run_bytes(*HENAN, env={"PYTHONIOENCODING": encoding})
        assert (code, err) == (0, b"")
        assert "=== down by what is expected, not confirmed" in out.decode(encoding)
        assert "V now 2021-11-20 10:00 (Sat)" in out.decode(encoding)
    _, out, _ = run_bytes(*HENAN, env={"PYTHONIOENCODING": "gb18030"})
    assert "▒▒▒ down by what is expected" in out.decode("gb18030")


def test_a_file_and_what_was_known(tmp_path: Path) -> None:
    file = tmp_path / "timeline.txt"
    result = run(*HENAN, "--known-at", "2021-11-17", "--output", file)
    assert (result.code, result.out) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("Timeline of medical-insurance outages 2021-11-20 10:00 (Sat)\n")
    unknown = run(*HENAN, "--known-at", "2021-11-16")
    assert (unknown.code, unknown.out) == (2, "")


def test_a_broken_file_is_told_and_the_rest_drawn(tmp_path: Path) -> None:
    written(tmp_path / "broken.yaml", "format: outageplan/1\n")
    result = run("timeline", "--notices", tmp_path, "--lang", "en", "--at", BEFORE)
    assert result.code == 3
    assert "There is no window to draw." in result.out
    assert "broken.yaml" in result.err
