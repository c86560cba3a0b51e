"""OP206: an amendment to a notice that is not among the files."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from outageplan.notice.finding import Severity
from outageplan.validation.rule import Example, Problem, Rule, Shelf
from outageplan.validation.summary import Summary
from outageplan.wording import Text

RULE = Rule(
    code="OP206",
    name="missing-target",
    severity=Severity.ERROR,
    title=Text("所变更的公告不存在", "the notice that is amended is not there"),
    why=Text(
        "变更公告写着提前恢复或延期，却找不到原公告，就不会生效，窗口仍按旧的时间答复。",
        "An amendment that tells of an early return or a delay takes no effect when its notice is not found: "
        "counters go on answering by the old times.",
    ),
    bad=Example(
        snippet=(
            "id: example-2025-11-delay\n"
            "amends: example-2025-12\n"
            "published: 2025-11-23\n"
            "windows:\n"
            '  stop: {end: 2025-11-25 08:30, clause: "1"}\n'
        ),
        without=("status", "title", "issuer", "pools", "sources", "effects", "guidance", "contacts"),
        others={"example-2025-11.yaml": ""},
    ),
    good=Example(
        snippet=(
            "id: example-2025-11-delay\n"
            "amends: example-2025-11\n"
            "published: 2025-11-23\n"
            "windows:\n"
            '  stop: {end: 2025-11-25 08:30, clause: "1"}\n'
        ),
        without=("status", "title", "issuer", "pools", "sources", "effects", "guidance", "contacts"),
        others={"example-2025-11.yaml": ""},
    ),
)


def check_shelf(shelf: Shelf) -> Iterator[tuple[Summary, Problem]]:
    known = {notice.id for notice in shelf.notices}
    amendments = {amendment.id: amendment.amends for amendment in shelf.amendments}
    for amendment in shelf.amendments:
        if amendment.amends not in known:
            yield amendment, Problem(path=("amends",), message=_message(str(amendment.amends), known, amendments))


def _message(target: str, known: set[str], amendments: dict[str, str | None]) -> Text:
    if target in amendments:
        zh, en = f"“{target}”本身是变更公告", f"`{target}` is itself an amendment"
        if (behind := amendments[target]) in known:
            return Text(f"{zh}；请写它所变更的公告 `{behind}`", f"{en}; name the notice that it amends, `{behind}`")
        return Text(f"{zh}；请写最初的公告的编号", f"{en}; name the notice that was published first")
    zh, en = f"所校验的文件里没有可读取的公告“{target}”", f"there is no readable notice `{target}` among these files"
    if near := difflib.get_close_matches(target, sorted(known), n=1, cutoff=0.75):
        return Text(f"{zh}；您要写的是不是 `{near[0]}`？", f"{en}; did you mean `{near[0]}`?")
    return Text(f"{zh}；请核对编号，或与原公告一起校验", f"{en}; check the id, or validate it together with its notice")
