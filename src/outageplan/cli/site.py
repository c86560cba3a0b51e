"""`outageplan site`: files that say who and where somebody is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from outageplan.cli.language import help_text, language
from outageplan.cli.options import LangOption, OutputOption
from outageplan.errors import UsageError
from outageplan.wording import Text

app = typer.Typer(
    name="site",
    help=help_text(
        "机构文件：本机构是谁、在哪里、何时营业、一天多少笔。",
        "Site files: who and where you are, when you are open, and how many transactions you have.",
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)

_Role = Annotated[
    str,
    typer.Option(
        "--role",
        metavar="ROLE",
        help=help_text(
            "角色：pharmacy hospital employer agency tax，或中文名",
            "pharmacy, hospital, employer, agency or tax, or a name",
        ),
    ),
]
_Pool = Annotated[
    list[str] | None,
    typer.Option(
        "--pool",
        metavar="POOL",
        help=help_text(
            "统筹区：代码或名称，可重复；默认 370700 作示例",
            "pool: code or name, repeatable; default: 370700, as an example",
        ),
    ),
]
_Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help=help_text("机构名称", "what it is called"))]
_Force = Annotated[bool, typer.Option("--force", help=help_text("覆盖已有文件", "overwrite a file that is there"))]


@app.callback()
def _group() -> None:
    """Keeps `new` a command of its own while it is the only one."""


def new(
    role: _Role = "pharmacy",
    pool: _Pool = None,
    name: _Name = None,
    lang: LangOption = None,
    output: OutputOption = None,
    force: _Force = False,
) -> None:
    from outageplan.catalog.pools import pools
    from outageplan.catalog.vocabulary import roles
    from outageplan.cli.output import complain, write_result
    from outageplan.render.site_example import site_example

    speak = language(lang)
    chosen = roles().find(role).id
    codes = list(dict.fromkeys(pools().find(word).id for word in pool or ["370700"]))
    if name is not None and not name.strip():
        raise UsageError(Text("--name 不能为空", "--name must not be blank"))
    if output is not None and not force and _is_there(output):
        raise UsageError(
            Text(f"{output} 已存在；覆盖请加 --force", f"{output} is there already; --force overwrites it")
        )
    write_result(site_example(speak, chosen, codes, name), output)
    if output is not None:
        done = Text(
            f"已写入 {output}；改成自己的内容后运行：outageplan validate {output}",
            f"wrote {output}; make it your own, then run: outageplan validate {output}",
        )
        complain(done[speak])


new.__doc__ = help_text("打印一份带说明的机构文件，供改写。", "Print a commented site file to begin with.")
app.command(name="new", short_help=help_text("带说明的机构文件", "A commented site file to begin with"))(new)


def _is_there(file: str) -> bool:
    """Whether a file or link of that name is there; a name that no file can have is none."""
    try:
        return Path(file).exists() or Path(file).is_symlink()
    except (OSError, ValueError):
        return False
