"""What happens to which services: the verb of each part of a sentence, and the lists that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from outageplan.drafting import vocabulary as say
from outageplan.drafting.article import Article, Block, Sentence
from outageplan.drafting.mentions import Mention
from outageplan.notice.model import Effect

_FAR = 60  # parts of a list between a service and its verb
_MOST_EXCEPTED = 60
_PART = re.compile(r"[,:]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|\bbut\b|\bwhile\b|\bwhereas\b|,? and (?=the )")
_UNAFFECTED = re.compile(
    r"不受[^,。;]{0,6}影响|不受(?:此次|本次|停机|任何|系统)?(?:停机|切换|升级)?影响|(?<!不)不影响|照常|"
    r"(?<!恢复)(?<!无法)(?<!不能)(?<!未能)(?<!后)正常(?:办理|使用|开展|运行|受理|结算|进行|缴费|申报|开放|"
    r"服务|提供|报销|就医|$|[,。;])|可正常|均正常|继续(?:办理|提供服务|开放)|not (?:be )?(?:affected|"
    r"restricted)|unaffected|as usual|can still be|remains? (?:available|open|normal)|continues? (?:to )?(?:normal|as|"
    r"be available)|(?<!return to )\bnormally\b"
)
_PAPER = re.compile(
    r"(?:正常|照常|只|先|继续|仍可|可|预)(?:收件|收取|受理(?!大厅)|收单|接收)|收取.{0,12}材料|先收件|预受理|"
    r"只收不办|收件登记|材料.{0,8}(?:留存|收下|接收)|accept(?:ed)? .{0,40}(?:papers|documents|materials)|"
    r"normally accept|normally collected"
)
_LATER = re.compile(
    r"恢复后|上线后|完成后|切换后|启用后|再行?办理|再(?:统一)?(?:录入|补录|登记|认定|办)|统一(?:认定|录入|"
    r"办理)|after|later|once"
)
_TERMINATED = re.compile(
    r"不再(?:使用|办理|提供|受理|支持|作为)|终止|永久(?:停|关)|正式停用|彻底(?:停|关)|停止使用|permanently|"
    r"discontinued|terminated"
)
_STOPPED = re.compile(
    r"(?:暂停|停止|停办|停用|停运|停服|停机|中断|关闭|下线|暂缓)(?!期间|期内|前|后|时间|时段|时|之前|之后|"
    r"切换期间|公告|通告|通知|过程|升级期间|范围|原因|影响|的)"
    r"|无法|不能(?!及时|提前)|不可(?!避免|抗)|暂不|不予(?:办理|受理|结算|登记)|不提供|不再受理|均停|全停|"
    r"断网|无法使用"
    r"|suspended|on hold|postponed|unavailable|non-operational|will stop|be stopped|suspend |stop (?:all )?|"
    r"cannot|can't|can not|shut down|closed|not be available|not possible|\bdown\b"
)
_DEGRADED = re.compile(
    r"缓慢|拥堵|延迟到账|不稳定|网络波动|较慢|逐步恢复中|可能(?:出现|存在).{0,10}(?:延迟|异常)|受到影响|"
    r"出现异常|(?:system|settlement|platform)[^.]{0,40}(?:slow|congest|degraded)"
)
_SCOPE_HEAD = re.compile(
    r"(?:暂停|停办|停止|关闭|停机|停用|受影响|影响)(?:办理|受理|服务|使用|开展)?的?(?:医保|医疗保障|相关|"
    r"主要|业务|经办)?(?:业务|服务|范围|事项|内容|系统|功能|平台)|(?:业务|影响|涉及|停机|服务)(?:的)?范围|"
    r"(?:影响|涉及|停机|暂停)(?:业务|内容|事项)|[Ss]cope|[Aa]ffected [Ss]ervices|[Ss]uspended [A-Z]?\w*|"
    r"[Ss]ervice [Ii]nterruptions"
)
_UNAFFECTED_HEAD = re.compile(r"不受影响|正常(?:办理|开展|服务)的|未受影响|[Uu]naffected|[Nn]ot affected")
_GUIDE_HEAD = re.compile(
    r"指引|指南|须知|提示|措施|准备|注意|安排|办法|应对|处理|怎么|如何|其他事项|有关事项|要求|方式|[Gg]uid|"
    r"[Hh]andling|[Aa]rrangement"
)
_EXCEPT = re.compile(
    r"除(?:了)?([^。;除]{1,80}?)(?:以外|之外|外)|(?:不含|不包括|不涉及)([^,。;)]{1,40})|"
    r"\(([^()]{1,40})除外\)|except(?: for)? ([^,.;]{1,60})|other than ([^,.;]{1,60})"
)
_REST = re.compile(
    r"(?:其他|其它|其余)(?:各项|所有)?(?:医保|医疗保障|医疗保险|经办|线上线下)?(?:的)?(?:相关)?(?:业务|服务|经办业务)"
)
_IF = re.compile(
    r"^(?:如|若|因|对(?!外)|凡|未|已|确需|需要|遇)|的$|\bif\b|\bthose who\b|\bwhere\b|\bin cases\b|unable|\bfail"
)
_TOLD = re.compile(r"请|可(?!能)|应当|须|需要?|由.{1,12}(?:负责|办理)|凭|持|please|may\b|should|must")
_ALLOWED = re.compile(r"不得|请勿|避免|以免|防止|严禁|谎称|不要")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement: some services and what happens to them, in which sentence, from where to where.

    `loose` where the words are only general; `listed` where the verb stands in the heading or line above.
    """

    ids: tuple[str, ...]
    effect: Effect
    sentence: int
    start: int
    end: int
    loose: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    mentions: tuple[Mention, ...]
    effect: Effect | None
    verb_first: bool
    colon: bool


class EffectReader:
    """Reads the effects of one article from the services that it names."""

    def __init__(self, article: Article, mentions: list[Mention], title: int | None = None) -> None:
        self._article = article
        self._title = title
        self._text = article.text
        self._mentions = mentions
        self._places = [mention.start for mention in mentions]
        self._parents = {place for block in article.blocks for place in block.above}

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The services named in a stretch of the text."""
        return tuple(self._mentions[bisect_left(self._places, start) : bisect_left(self._places, end)])

    def claims(self) -> Iterator[Claim]:
        """Everything that is said to stop, go on, or work in part, in order."""
        intro: tuple[int, Effect] | None = None
        previous = labelled = -1
        label: Effect | None = None
        for number, sentence in enumerate(self._article.sentences):
            block = self._article.blocks[sentence.block]
            if sentence.block != previous and block.kind not in ("item", "row"):
                intro = None if block.kind != "heading" or not block.number else intro
            previous = sentence.block
            above = self._effect_above(block) or (intro[1] if intro and intro[0] < sentence.block else None)
            text = self._text[sentence.start : sentence.end]
            above = above or (label if sentence.block == labelled else None)
            yield from self._in_sentence(number, sentence, block, above)
            if ":" in text[:20] and (label_effect := _effect(text.partition(":")[0] + ":")):
                labelled, label = sentence.block, label_effect
            if text.rstrip().endswith(":") or re.search(r"如下(?:表)?[:。]?$|下表|以下(?:业务|服务)", text):
                effect = _effect(text)
                intro = (sentence.block, effect) if effect else intro

    def _effect_above(self, block: Block) -> Effect | None:
        """What the heading says of the list below it."""
        for place in reversed(block.above):
            heading = self._article.text_of(self._article.blocks[place])[:60]
            if _UNAFFECTED_HEAD.search(heading):
                return Effect.UNAFFECTED
            if _SCOPE_HEAD.search(heading) and not _GUIDE_HEAD.search(heading):
                return Effect.SUSPENDED
            if _GUIDE_HEAD.search(heading):
                return None
        return None

    def _in_sentence(self, number: int, sentence: Sentence, block: Block, above: Effect | None) -> Iterator[Claim]:
        excepted = list(islice(self._excepted(sentence), _MOST_EXCEPTED))
        for start, end in excepted:
            for mention in self.mentions_in(start, end):
                yield _claim(mention, Effect.UNAFFECTED, number)
        text = self._text[sentence.start : sentence.end]
        if block.cells:
            yield from self._in_row(number, block, above)
            return
        parts = self._parts(sentence, excepted)
        told, done = bool(_TOLD.search(text)), bool(say.COMPLETED.search(text))
        title = self._title is not None and sentence.start == self._title
        for place, part in enumerate(parts):
            effect = part.effect or _carried(parts, place)
            listed = effect is None
            leaf = block.kind != "heading" or (block.number and (sentence.block not in self._parents or "、" in text))
            effect = effect or (above if leaf and not told else None)
            if effect is Effect.UNAFFECTED and done:
                continue  # it goes on because it is back
            if effect is None:
                continue
            for mention in _specific(part.mentions):
                loose = title or (len(part.mentions) == 1 and bool(_SYSTEM.match(self._text, mention.end)))
                yield _claim(mention, effect, number, listed=listed, loose=loose)
            if agency := self._agency(part):
                start, end = agency
                yield Claim(ids=("handling",), effect=Effect.SUSPENDED, sentence=number, start=start, end=end)
            if (
                part.effect is Effect.SUSPENDED
                and (rest := _REST.search(self._text, part.start, part.end))
                and excepted
            ):
                yield Claim(ids=("all",), effect=effect, sentence=number, start=rest.start(), end=rest.end())
        if system := say.EVERYTHING_STOPS.search(text):
            start = sentence.start + system.start()
            if not say.RESUME.search(system[0]) or say.HARD_STOP.search(system[0]):
                yield Claim(
                    ids=("all",),
                    effect=Effect.SUSPENDED,
                    sentence=number,
                    start=start,
                    end=sentence.start + system.end(),
                    loose=True,
                )

    def _agency(self, part: _Part) -> tuple[int, int] | None:
        """Where a part says that the agencies stop, without saying what of theirs."""
        found = _AGENCY.search(self._text, part.start, part.end) if part.effect is Effect.SUSPENDED else None
        if found is None or any(mention.start >= found.start() for mention in part.mentions):
            return None
        return found.span()

    def _in_row(self, number: int, block: Block, above: Effect | None) -> Iterator[Claim]:
        effect = _effect(self._article.text_of(block)) or above or Effect.SUSPENDED
        for mention in self.mentions_in(block.start, block.end):
            yield _claim(mention, effect, number, listed=True)

    def _excepted(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        for found in _EXCEPT.finditer(self._text, sentence.start, sentence.end):
            group = next(place for place in range(1, 6) if found[place])
            yield found.span(group)

    def _parts(self, sentence: Sentence, excepted: list[tuple[int, int]]) -> list[_Part]:
        cuts = [found.end() for found in _PART.finditer(self._text, sentence.start, sentence.end)]
        parts = []
        start = sentence.start
        for end in [*cuts, sentence.end]:
            mentions = [
                mention
                for mention in self.mentions_in(start, end)
                if not any(one <= mention.start < other for one, other in excepted)
            ]
            text = self._text[start:end].strip(" ,:。;")
            effect = None if _is_condition(text) else _effect(text)
            verb = _STOPPED.search(text)
            first = bool(verb and mentions and verb.start() < mentions[0].start - start)
            parts.append(_Part(start, end, tuple(mentions), effect, first, self._text[end - 1] == ":"))
            start = end
        return parts


def _specific(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without the general word for settlement behind the kinds that are meant: 门诊、住院暂停 **医保结算**."""
    kinds = any(id.startswith("settlement.") for mention in mentions for id in mention.ids)
    if kinds and mentions[0].ids != ("settlement",):
        mentions = tuple(mention for mention in mentions if mention.ids != ("settlement",))
        mentions = tuple(
            replace(one, ids=("credential.card.payment",)) if "settlement" in one.ids else one for one in mentions
        )
    channel = bool(mentions) and mentions[0].ids[0].startswith("channel.")
    if channel and all(mention.ids[0].startswith("channel.") or mention.ids == ("all",) for mention in mentions):
        mentions = tuple(mention for mention in mentions if mention.ids != ("all",))  # all that is done there
    return mentions


def _is_condition(text: str) -> bool:
    return bool(_IF.search(text) and not re.search(r"^因[^,]{0,40}(?:暂停|停机)", text)) or bool(_ALLOWED.search(text))


def _carried(parts: list[_Part], place: int) -> Effect | None:
    """The verb of the list that a part belongs to: the one before it in 暂停A，B，C, else the one behind it."""
    if not parts[place].mentions:
        return None
    for before in reversed(parts[max(0, place - _FAR) : place]):
        if before.effect:
            if before.verb_first or before.colon or (before.mentions and before.effect is Effect.SUSPENDED):
                return before.effect
            break
        if not before.mentions:
            break
    for behind in parts[place + 1 : place + 1 + _FAR]:
        if behind.effect:
            return behind.effect
    return None


def _effect(text: str) -> Effect | None:
    """What the verb of a part says."""
    if _SCOPE_LABEL.match(text):
        return Effect.SUSPENDED
    if _PAPER.search(text) and (
        _LATER.search(text)
        or re.search(
            r"收件|收取|预受理|只[^,。;]{0,4}材料|接收材料|materials|documents|collected|normally accept", text
        )
    ):
        return Effect.PAPER_ONLY
    if _UNAFFECTED.search(text):
        return Effect.UNAFFECTED
    if _TERMINATED.search(text):
        return Effect.TERMINATED
    if _STOPPED.search(text):
        return Effect.SUSPENDED
    return Effect.DEGRADED if _DEGRADED.search(text) else None


_AGENCY = re.compile(
    r"经办机构(?:、[^,。;]{0,20})?(?:全部|均|同时|全面)?(?:停机|暂停(?:对外|服务|受理|办理?业务|办公)|"
    r"停止(?:对外|服务|受理|办公)|停办)"
)
_SCOPE_LABEL = re.compile(r"(?:受)?影响(?:的)?(?:业务|范围|服务|事项)?(?::|$)")
_SYSTEM = re.compile(r"(?:结算|管理)?(?:子)?(?:系统|平台)[^,、;。:]{0,8}(?:切换|停机|升级|拟|将|定于|于|维护)")


def _claim(mention: Mention, effect: Effect, number: int, *, listed: bool = False, loose: bool = False) -> Claim:
    return Claim(
        ids=mention.ids,
        effect=effect,
        sentence=number,
        start=mention.start,
        end=mention.end,
        loose=mention.loose or loose,
        listed=listed,
    )
