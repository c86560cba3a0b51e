"""The fixed words of a checklist, its ledger and its poster, in both languages."""

from __future__ import annotations

from types import MappingProxyType

from outageplan.wording import Text

_WORDS = MappingProxyType(
    {
        "title": Text("医保停机办理清单　{who}", "Outage checklist: {who}"),
        "prepared_by": Text("制表单位", "prepared by"),
        "prepared": Text("制表时间", "prepared"),
        "pools": Text("统筹区", "pools"),
        "insured_at": Text("参保地", "pool of insurance"),
        "treated_at": Text("就医地", "pool of treatment"),
        "services": Text("业务", "services"),
        "patient": Text("患者情况", "patients"),
        "known_at": Text("所据公告", "known by"),
        "known_until": Text("截至 {at} 已发布的公告", "what was published by {at}"),
        "based_on": Text("依据公告", "from"),
        "no_notice": Text(
            "库中没有涉及本次查询的停机公告（仅就已收录的公告而言），因此没有可列的事项。",
            "No notice on file concerns this, so that there is nothing to list (which speaks only of the notices on "
            "file).",
        ),
        "no_stop": Text(
            "公告没有涉及{who}在该统筹区所办业务的停机时段。",
            "The notices stop nothing in this pool that {who} do.",
        ),
        "all_cancelled": Text("公告所称停机已取消。", "The announced stop is cancelled."),
        "nearest": Text("最近的公告：{what}", "nearest notice: {what}"),
        "glance": Text("能办与不能办一览", "At a glance: what can and cannot be settled"),
        "from": Text("{when}起", "from {when}"),
        "return": Text("恢复：{when}", "return: {when}"),
        "unconfirmed_yet": Text("（未确认）", " (not confirmed)"),
        "stage_active": Text("正在停机", "now"),
        "stage_upcoming": Text("即将停机", "ahead"),
        "stage_unscheduled": Text("时间未定", "no date yet"),
        "stage_unconfirmed": Text("恢复待确认", "return not confirmed"),
        "stage_resuming": Text("逐步恢复中", "coming back gradually"),
        "stage_presumed_over": Text("推定已恢复", "presumed over"),
        "stage_over": Text("已结束", "over"),
        "again_end": Text(
            "恢复时间未确认：请于 {day}再次核对，此后每日核对，直至公告确认恢复",
            "the return is not confirmed: check again on {day}, then every day until a notice confirms it",
        ),
        "again_end_now": Text(
            "恢复时间未确认：请自 {day}起每日核对，直至公告确认恢复",
            "the return is not confirmed: check every day from {day} until a notice confirms it",
        ),
        "again_open": Text(
            "恢复日期未公布或已过未确认：请自 {day}起每日核对，直至公告确认恢复",
            "no return is announced, or it has passed unconfirmed: check every day from {day} until a notice "
            "confirms it",
        ),
        "again_start": Text(
            "停机时间未确认：请于 {day}再次核对",
            "the start is not confirmed: check again on {day}",
        ),
        "again_start_open": Text(
            "停机日期未公布：请自 {day}起每日核对",
            "no date of the stop is announced: check every day from {day}",
        ),
        "answer_stopped": Text("不能办（公告暂停）", "Stopped"),
        "answer_terminated": Text("已终止，不再恢复", "Terminated, does not come back"),
        "answer_limited": Text("受限", "Limited"),
        "answer_unconfirmed": Text("恢复待确认（原公告：{effect}）", "Return not confirmed (announced: {effect})"),
        "answer_resuming": Text("逐步恢复中（原公告：{effect}）", "Coming back gradually (announced: {effect})"),
        "answer_unaffected": Text("公告写明不受影响", "Not affected, as announced"),
        "answer_over": Text("停机时段已结束", "The stop is over"),
        "answer_presumed": Text("推定已恢复（仅为推定）", "Presumed over, which is a presumption"),
        "answer_not_mentioned": Text("公告未提及（能否办理请先核实）", "Not mentioned (ask before you rely on it)"),
        "only_schemes": Text("（只就{who}写明）", " (said of the {who} only)"),
        "when_letters": Text("时段 {letters}", "stop {letters}"),
        "unserved": Text("公告没有为{who}写明替代办法的业务", "No other way is stated to {who} for"),
        "unserved_all": Text(
            "上列暂停（含恢复待确认）的全部业务", "everything listed above as stopped or not confirmed to be back"
        ),
        "before": Text("停机前", "Before the stop"),
        "during": Text("停机期间", "During the stop"),
        "after": Text("恢复后", "After the return"),
        "nothing_announced": Text("公告没有要求。", "The notices announce nothing here."),
        "by": Text("截止：{when}", "by {when}"),
        "by_provisional": Text("暂计截止：{when}，未确定", "provisionally by {when}, not certain"),
        "by_undated": Text("有期限，{when}", "there is a deadline, {when}"),
        "until_stop": Text("停机开始前：{when}", "before the stop, {when}"),
        "not_before": Text("不早于 {when}", "not before {when}"),
        "passed": Text("已过期", "passed"),
        "behind": Text("该阶段已过", "that phase is over"),
        "tell": Text("告知患者", "tell patients"),
        "only_pools": Text("统筹区：{pools}", "pool: {pools}"),
        "announced": Text("公告 {clause}", "notice {clause}"),
        "practice": Text("良好做法", "good practice"),
        "practice_source": Text("非公告要求；出处：{source}", "not announced; source: {source}"),
        "national": Text("全国通行做法，非公告内容", "the general way, not announced"),
        "conflict": Text("注意：{what}", "take care: {what}"),
        "for_services": Text("业务：{what}", "services: {what}"),
        "contacts": Text("咨询电话", "Whom to call"),
        "no_phone": Text("来源未印电话号码", "no number printed in the source"),
        "other_contacts": Text(
            "公告另列有 {count} 个其他业务的电话：outageplan check {id}",
            "{count} more of the notice for other business: outageplan check {id}",
        ),
        "notices": Text("依据的公告和说明", "The notices behind this sheet"),
        "notice_facts": Text("[{id}] {status}，{state}；{published}", "[{id}] {status}, {state}; {published}"),
        "published": Text("{when}发布", "published {when}"),
        "undated": Text("发布日期未写明", "date of publication not stated"),
        "amended": Text("；变更 {count} 次，最近 {when}（{id}）", "; amended {count} times, last {when} ({id})"),
        "amended_once": Text("；{when}变更（{id}）", "; amended {when} ({id})"),
        "rule_order": Text(
            "先列公告事项（注明条款），按期限先后；后列良好做法（不是公告要求，注明出处）。",
            "What is announced comes first, with its clause, in order of deadline; good practice, which nobody "
            "announced, stands behind it with its source.",
        ),
        "rule_again": Text(
            "核对规则：预计、暂定的时间，在其前一天核对，此后每日核对至确认为止；没有日期的，每日核对。",
            "When to check again: the day before a boundary that is only expected, then every day until a notice "
            "confirms it; every day where no date is announced.",
        ),
        "rule_unsaid": Text(
            "公告没有提及的，本表不表示“可以办”。",
            "What the notices do not mention is not said to work.",
        ),
        "ledger": Text("停机期间手工登记表", "Ledger of sales during the stop"),
        "ledger_hospital": Text("停机期间手工登记表", "Ledger of services during the stop"),
        "ledger_hint": Text(
            "逐笔登记，恢复后按序号补结算并在末栏打勾。内有个人信息，请妥善保管。",
            "Log every transaction; after the return re-run them in this order and tick the last column. It holds "
            "personal details: keep it safe.",
        ),
        "ledger_from": Text("启用时间：____________　经办人：____________", "begun: ____________   by: ____________"),
        "column_no": Text("序号", "no."),
        "column_name": Text("姓名", "name"),
        "column_birth": Text("出生日期", "date of birth"),
        "column_number": Text("参保号", "insured number"),
        "column_item": Text("品名/项目", "item"),
        "column_quantity": Text("数量", "quantity"),
        "column_amount": Text("金额（元）", "amount"),
        "column_time": Text("时间", "time"),
        "column_signature": Text("患者签名", "signature"),
        "column_rerun": Text("已补结算", "re-run done"),
        "poster": Text("医保系统停机告示", "The medical-insurance system stops"),
        "poster_not": Text("这些医保业务停办", "What does not work"),
        "poster_limited": Text("这些医保业务受限", "What works only in part"),
        "poster_unsure": Text("这些业务恢复待确认", "What is not confirmed to be back"),
        "poster_works": Text("公告写明不受影响", "What is not affected, as announced"),
        "poster_unsaid": Text("公告未提及，请先询问", "Not mentioned: please ask first"),
        "poster_nothing_works": Text("公告没有写明哪些业务不受影响。", "The notices name nothing that keeps working."),
        "poster_until": Text("停到什么时候", "Until when"),
        "poster_do": Text("请您这样做", "What to do"),
        "poster_keep": Text("请保留", "What to keep"),
        "poster_call": Text("咨询电话", "Whom to call"),
        "poster_from": Text("依据公告：{notices}。制作：{who}，{at}", "From: {notices}. Made by {who}, {at}"),
        "no_place": Text("地区未写明", "place not stated"),
    }
)


def words(key: str) -> Text:
    """One fixed word or sentence."""
    return _WORDS[key]


def filled(key: str, **values: Text | str | int) -> Text:
    """One fixed sentence with its places filled, in each language with the words of that language."""
    made = {
        lang: {name: value[lang] if isinstance(value, Text) else value for name, value in values.items()}
        for lang in ("zh", "en")
    }
    return Text(_WORDS[key]["zh"].format(**made["zh"]), _WORDS[key]["en"].format(**made["en"]))
