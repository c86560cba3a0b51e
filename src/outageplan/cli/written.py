"""An answer that is an outline, in the format asked for: the same for every command."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from outageplan.errors import UsageError
from outageplan.wording import Text

if TYPE_CHECKING:
    from outageplan.render.outline import Outline


def require_format(format: str, known: Collection[str]) -> str:
    """The format, if it is one of those that a command knows. Raises `UsageError`, which names them."""
    if format not in known:
        listed = ", ".join(known)
        raise UsageError(
            Text(f"--format 只能是 {listed}，不是“{format}”", f"--format is one of {listed}, not `{format}`")
        )
    return format


def write_outlines(outlines: Sequence[Outline], format: str, file: str | None) -> None:
    """Writes outlines one below the other, as Markdown or else as text, to a file or to standard output."""
    from outageplan.cli.output import print_lines, terminal_width, write_result

    if format == "markdown":
        from outageplan.render.outline_markdown import outline_markdown

        write_result("\n".join(map(outline_markdown, outlines)), file)
        return
    from outageplan.render.outline_text import outlines_lines

    if file is None:
        print_lines(outlines_lines(outlines, terminal_width()))
    else:
        write_result("".join(f"{line.plain}\n" for line in outlines_lines(outlines, None)), file)
