"""OP012: a notice whose id is not the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from outageplan.notice.finding import Severity
from outageplan.notice.moments import ID
from outageplan.validation.rule import Context, Example, Problem, Rule, Subject
from outageplan.wording import Text

RULE = Rule(
    code="OP012",
    name="file-name",
    severity=Severity.WARNING,
    title=Text("编号与文件名不一致", "the id differs from the file's name"),
    why=Text(
        "值班和复核的人按文件名找公告，变更公告按编号找。两者不同，改动的就可能不是该改的那一份。",
        "People look for a notice by the name of its file, amendments by its id. Where the two differ, the wrong "
        "notice gets changed.",
    ),
    bad=Example(snippet="id: example-2025-11\n", stem="final-version"),
    good=Example(snippet="id: example-2025-11\n"),
)

STDIN = "-"


def check(subject: Subject, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    id, name = subject.data.get("id"), PurePath(subject.file)
    if subject.file == STDIN or not isinstance(id, str) or not re.fullmatch(ID, id) or id == name.stem:
        return
    yield Problem(
        path=("id",),
        message=Text(
            f"编号“{id}”与文件名“{name.name}”不一致；请把文件改名为 `{id}{name.suffix}`，或改正编号",
            f"the id `{id}` is not the name of the file `{name.name}`; rename the file to `{id}{name.suffix}`, "
            "or correct the id",
        ),
    )
