"""Writes what the documentation takes from the code: rule pages, the tables of rules, the JSON Schemas.

python docs/regenerate.py           writes
python docs/regenerate.py --check   tells which files differ, and exits with 1 when any does
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from outageplan.cli.pages import pages
from outageplan.engine.rules import RULES
from outageplan.notice.schema import notice_schema
from outageplan.notice.site_schema import site_schema
from outageplan.render.rule_page import rule_page_in_both, rule_rows
from outageplan.validation.examples import BASE

ROOT = Path(__file__).parents[1]
HEAD = "| code | name | severity | finds | 查什么 |\n| --- | --- | --- | --- | --- |\n"

INDEX = """\
# Rules of `outageplan validate`

`outageplan explain CODE` prints a page. The first digit tells the family: 0 the file, 1 its shape, 2 what it refers to,
3 times, 4 completeness, 5 several notices together.

用 `outageplan explain 代码` 查看一条规则。代码首位数字表示类别：
0 文件，1 结构，2 引用，3 时间，4 完整性，5 多份公告之间。

"""
NOTICE = f"""
## The notice of the examples 示例所用的公告

The examples are parts of this invented notice; a key that a page does not show is as it is here.

各页的示例都取自这份虚构的公告，页面上未写出的键与此相同。

```yaml
{BASE.rstrip()}
```
"""
FOOT = (
    "\n---\n\n[All rules 全部规则](README.md) · "
    "[The notice of the examples 示例所用的公告](README.md#the-notice-of-the-examples-示例所用的公告)\n"
)


def generated() -> dict[Path, str]:
    """Every generated file with its content."""
    rules, all_pages = ROOT / "docs" / "rules", pages()
    found = {rules / f"{page.code}.md": f"{rule_page_in_both(page)}{FOOT}" for page in all_pages}
    found[rules / "README.md"] = f"{INDEX}{HEAD}{rule_rows(all_pages, '')}{NOTICE}"
    found[ROOT / "docs" / "notice.schema.json"] = json.dumps(notice_schema(), ensure_ascii=False, indent=2) + "\n"
    found[ROOT / "docs" / "site.schema.json"] = json.dumps(site_schema(), ensure_ascii=False, indent=2) + "\n"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    decisions = "| rule | in a line |\n| --- | --- |\n" + "".join(
        f"| `{rule.name}` | {rule.why['en']} |\n" for rule in RULES.values()
    )
    readme = _between(readme, "engine-rules", decisions)
    found[ROOT / "README.md"] = _between(readme, "rules", HEAD + rule_rows(all_pages, "docs/rules/"))
    return found


def stale() -> list[Path]:
    """Pages of rules that are no more."""
    return sorted(set((ROOT / "docs" / "rules").glob("*.md")) - set(generated()))


def _between(text: str, name: str, block: str) -> str:
    """The text with a block between its two markers."""
    start, end = f"<!-- {name}: generated -->\n", f"<!-- {name}: end -->"
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"the markers of {name} are missing")
    return pattern.sub(lambda _: f"{start}{block}{end}", text)


def main() -> int:
    """Writes, or with --check compares."""
    differing = [path for path, text in generated().items() if not path.is_file() or path.read_text("utf-8") != text]
    differing += stale()
    for path in differing:
        print(path.relative_to(ROOT))
        if "--check" in sys.argv[1:]:
            continue
        if path in generated():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(generated()[path], encoding="utf-8")
        else:
            path.unlink()
    return 1 if differing and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
