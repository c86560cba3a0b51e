"""Who signs an announcement: bureaus, offices and houses by the last word of their names."""

from __future__ import annotations

import re

ORGAN = re.compile(
    r"[\u4e00-\u9fff()]{2,30}(?:医疗保障局|医保局|保障局|医保中心|服务中心|保险中心|管理中心|事务中心|"
    r"保障中心|保险事业管理局|基金管理中心|税务局|社会保障局|管理局|管理处|分局|管委会|政府|办公室|医保办|"
    r"委员会|医院|药店|药房|大学|学院|人事处|工作组|指挥部|采购平台|交易中心)"
)
ENGLISH_ORGAN = re.compile(
    r"(?:(?:[A-Z][\w'-]{1,24} ){1,8}(?:Bureau|Administration|Center|Centre|Office|"
    r"Commission)(?: of(?: [A-Z][\w'-]{1,24}){1,5})?)"
)
CLOSING = re.compile(r"特此(?:公告|通告|通知|告知|说明)|hereby")
