"""The fixed words of a history, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Lang, Text

_WORDS = MappingProxyType(
    {
        "title": Text("公告变更经过　{id}", "History of {id}"),
        "standing": Text("现状：{status}；{amended}", "as it stands: {status}; {amended}"),
        "known": Text("按 {at} 时已发布的公告", "by what was published at {at}"),
        "never": Text("没有变更公告", "no amendment"),
        "amended": Text("共变更 {count} 次", "{count} amendments"),
        "amended_once": Text("变更 1 次", "1 amendment"),
        "first": Text("首次发布", "first published"),
        "amendment": Text("变更", "amendment"),
        "windows": Text("停机时段", "Windows"),
        "changes": Text("变更内容", "What changed"),
        "nothing": Text("与此前内容相同，没有改动", "It restates what stood already"),
        "deadlines": Text("截止时间", "Deadlines"),
        "moved": Text("截止时间的变化", "Deadlines that moved"),
        "old": Text("原：{value}", "was: {value}"),
        "new": Text("现：{value}", "now: {value}"),
        "added": Text("新增：{value}", "added: {value}"),
        "removed": Text("删除：{value}", "removed: {value}"),
        "none": Text("不写", "nothing"),
        "no_deadline": Text("不再有期限", "no deadline any more"),
        "cancelled": Text("公告已取消，不再有期限", "the notice is cancelled: no deadline any more"),
        "earliest": Text("（最早时间）", " (earliest)"),
        "dot": Text(" · ", " · "),
        "notice": Text("公告", "the notice"),
    }
)
_FAMILIES = MappingProxyType(
    {
        "windows": Text("时段", "window"),
        "effects": Text("影响", "effect"),
        "guidance": Text("指引", "guidance"),
        "contacts": Text("联系方式", "contact"),
        "notes": Text("说明", "note"),
        "sources": Text("来源", "source"),
    }
)
_KEYS = MappingProxyType(
    {
        "start": Text("停机时间", "stop"),
        "end": Text("恢复时间", "return"),
        "status": Text("公告状态", "status"),
        "title": Text("标题", "title"),
        "issuer": Text("发布单位", "issuer"),
        "pools": Text("统筹区", "pools"),
        "name": Text("名称", "name"),
        "in": Text("所属时段", "windows"),
        "services": Text("业务", "services"),
        "effect": Text("影响", "effect"),
        "resume": Text("恢复方式", "way of return"),
        "schemes": Text("险种", "schemes"),
        "say": Text("说法", "wording"),
        "for": Text("对象", "for"),
        "phase": Text("阶段", "phase"),
        "when": Text("适用", "condition"),
        "action": Text("办理方式", "action"),
        "deadline": Text("期限", "deadline"),
        "not_before": Text("最早时间", "not before"),
        "phones": Text("电话", "telephone"),
        "note": Text("备注", "remark"),
        "language": Text("语言", "language"),
        "origin": Text("出处", "origin"),
    }
)


def history_word(key: str, lang: Lang) -> str:
    """One fixed word or sentence; some have `{places}` to fill."""
    return _WORDS[key][lang]


def key_words(family: str, id: str, key: str, lang: Lang) -> str:
    """What was changed: `window cut-over · return`."""
    where = f"{_FAMILIES[family][lang]} {id}" if family else ""
    named = (_KEYS[key][lang] if key in _KEYS else key) if key else ""
    return history_word("dot", lang).join(part for part in (where, named) if part)
