"""One character at a time: full-width forms made narrow, traditional characters made simplified.

Every character becomes nothing, itself, or a few others; what it came from is kept beside it, so that a reader can be
shown the place in the original. The table of traditional characters holds what such announcements need, no more.
"""

from __future__ import annotations

import functools
import unicodedata

_TRADITIONAL = (
    "統统醫医療疗險险結结業业務务門门診诊藥药購购買买賣卖術术網网辦办暫暂復复時时間间關关開开閉闭換换異异備备"
    "轉转續续報报銷销賬账帳账戶户參参繳缴費费徵征稅税單单個个職职員员災灾證证憑凭電电號号話话詢询諮咨諧谐線线"
    "級级維维護护運运營营從从將将為为與与於于後后來来現现發发佈布區区縣县鄉乡鎮镇國国際际廣广東东陝陕蘇苏寧宁"
    "遼辽貴贵雲云隴陇魯鲁滬沪粵粤瓊琼龍龙濟济濰潍煙烟臺台灣湾萬万億亿幾几兩两雙双對对應应當当條条項项類类種种"
    "計计劃划書书資资訊讯據据數数處处構构檢检測测試试進进過过還还選选連连遲迟達达違违適适遠远邊边園园圓圆壓压"
    "壞坏壘垒執执場场塊块夾夹奪夺奧奥婦妇媽妈孫孙學学實实寫写審审導导屆届層层屬属島岛嶺岭巖岩師师帶带幣币幫帮"
    "幹干庫库廈厦廠厂廳厅張张強强彈弹彙汇彌弥徑径恆恒悅悦愛爱慮虑慶庆憂忧懷怀態态慣惯憲宪戰战戲戏拋抛挾挟捨舍"
    "掃扫採采揚扬損损搶抢擇择擊击擔担擬拟擴扩擺摆擾扰攜携敗败敵敌斂敛斷断舊旧曆历歷历會会極极榮荣樓楼標标樞枢"
    "樣样橋桥權权歐欧歡欢歲岁歸归殘残殺杀殼壳氣气決决況况淨净減减溫温滿满滯滞漢汉漸渐潔洁潛潜濕湿灘滩點点熱热"
    "爾尔牆墙狀状獎奖獨独獲获環环瑣琐產产畢毕瘋疯癒愈皺皱監监盤盘盡尽確确碼码礎础禮礼禍祸稱称穩稳積积競竞筆笔"
    "節节範范築筑簡简簽签籤签籌筹糧粮糾纠紀纪約约紅红納纳純纯紙纸紛纷細细終终組组絡络給给絕绝經经綜综緊紧緩缓"
    "編编練练縮缩總总績绩織织繼继罰罚聖圣聯联聲声聽听肅肃脈脉膽胆臨临興兴舉举艙舱蓋盖蘭兰虛虚蟲虫補补裝装製制"
    "複复視视覽览觀观規规覺觉觸触訂订討讨訓训設设許许訴诉註注評评詞词該该詳详認认誌志誤误說说課课調调談谈請请"
    "論论諸诸謝谢講讲識识譯译議议讓让豐丰財财貨货質质貫贯責责貼贴賀贺賓宾賠赔賴赖贈赠贏赢贛赣趕赶車车軌轨軟软"
    "較较載载輔辅輕轻輛辆輪轮輸输轄辖辭辞農农鄰邻釋释鈔钞銀银銅铜鋪铺錄录錢钱錯错鍵键鎖锁鐘钟鐵铁長长閒闲閘闸"
    "聞闻閱阅闊阔隊队階阶陽阳陰阴陸陆隨随隱隐離离難难靜静頁页順顺須须預预領领頒颁頭头頻频題题額额顧顾顯显風风"
    "飛飞餘余館馆駐驻駕驾驗验驚惊體体魚鱼鳥鸟麗丽麼么黃黄齊齐齡龄併并內内兒儿冊册凍冻劑剂勞劳勢势勵励匯汇協协"
    "卻却叢丛嚴严圍围團团圖图夠够妳你嗎吗擋挡晉晋滄沧淵渊瀋沈鄭郑邨村錦锦塗涂蕪芜潁颍潤润潯浔衛卫衝冲徹彻裡里"
    "裏里嘗尝夥伙佔占係系僅仅傳传傷伤傾倾償偿優优儲储兌兑刪删別别則则剛刚創创劇剧勝胜嘆叹啟启啓启問问喪丧囑嘱"
    "囪囱墊垫奮奋妝妆婭娅娛娱嬰婴寢寝寬宽專专尋寻屍尸岡冈崗岗嶽岳幀帧廂厢廢废彥彦徠徕惡恶慘惨懇恳懸悬掛挂搖摇"
    "撫抚撥拨撲扑擁拥擠挤擱搁攝摄攤摊暢畅晝昼曉晓枱台柵栅桿杆棟栋楊杨槍枪槳桨樂乐欄栏毀毁氫氢沖冲沒没涼凉淚泪"
    "渦涡準准溝沟滅灭滾滚漁渔潰溃濃浓濱滨瀏浏無无燈灯燒烧爭争牽牵犧牺狹狭獻献瑪玛甕瓮畫画痙痉盜盗眾众睏困矯矫"
    "磚砖礙碍稟禀穀谷窮穷竊窃筍笋箏筝簾帘絲丝綁绑綠绿縫缝縱纵纖纤罷罢羅罗義义習习脅胁脫脱腎肾腦脑膚肤臍脐艱艰"
    "莊庄華华葉叶葯药虧亏蠟蜡衆众褲裤檔档癥症僑侨纔才麵面週周衹只祇只鬆松鬱郁颱台隻只願愿齒齿嶄崭屜屉擰拧濾滤"
    "顏颜顆颗頓顿頸颈鮮鲜鹽盐麥麦黨党鬥斗繫系託托僱雇儘尽鉤钩遞递鄧邓鄒邹郵邮遺遗邏逻跡迹踐践蹤踪軍军輩辈鑒鉴"
    "鑑鉴閩闽閣阁陳陈韋韦韓韩響响頂顶頑顽頗颇頰颊飯饭飲饮馬马騰腾騙骗驅驱驟骤鴻鸿鵬鹏齋斋龐庞龔龚讀读變变讚赞"
    "豬猪貢贡貧贫貪贪貯贮貿贸賢贤賦赋賺赚贊赞趙赵趨趋軸轴輯辑輿舆轟轰逕径詐诈誕诞誘诱語语誠诚誼谊諒谅諾诺謀谋"
    "謂谓謹谨譜谱譽誉讎仇紹绍紋纹紐纽紗纱紮扎絨绒綏绥綱纲綿绵緒绪緣缘緝缉締缔緯纬繞绕繪绘纏缠罵骂羣群聰聪聳耸"
    "脹胀腸肠膠胶臉脸臟脏舖铺艦舰藝艺蔣蒋薦荐蕭萧薩萨藍蓝蘆芦蘊蕴虜虏蝕蚀螞蚂袞衮襪袜襲袭覓觅親亲訪访訣诀詔诏"
    "詩诗詮诠漲涨濫滥瀾澜灑洒烏乌煉炼煥焕燦灿爐炉爺爷牘牍狽狈猶犹獄狱獸兽琺珐瓏珑畝亩疊叠瘡疮眞真睜睁矚瞩礦矿"
    "祿禄祕秘穎颖穫获窩窝竄窜竅窍竪竖篤笃簍篓籃篮籬篱糞粪寶宝寵宠尷尴屢屡嶼屿巒峦帥帅幟帜廁厕廟庙廬庐彎弯彞彝"
    "憐怜憤愤懶懒戀恋捲卷掙挣揀拣揮挥搗捣摯挚撈捞撐撑撓挠撿捡擄掳攏拢攔拦攪搅敘叙斃毙曬晒棄弃椏桠楓枫槓杠樁桩"
    "檯台檸柠櫃柜欽钦歎叹殲歼毆殴氈毡洩泄涇泾渾浑湊凑湧涌溼湿漿浆潑泼澀涩澆浇澤泽濁浊濘泞榦干"
)
_SIMPLE = {traditional: simple for traditional, simple in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
_KEPT = "…"
_UNSEEN = frozenset("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f\ufe0e")
_DASHES = frozenset("‐‑‒–—―─━－﹣−")


@functools.lru_cache(maxsize=8192)
def plain_form(char: str) -> str:
    """What one character is compared as: `８` `8`, `：` `:`, `醫` `医`, `①` `(1)`, an unseen character nothing."""
    if char.isascii():
        return char if char.isprintable() else " "
    if char in _UNSEEN or unicodedata.category(char) == "Cf":
        return ""
    if char in _DASHES:
        return "-"
    if char in _KEPT:
        return char
    if char in _SIMPLE:
        return _SIMPLE[char]
    form = unicodedata.normalize("NFKC", char)
    if 0x2460 <= ord(char) <= 0x2473:  # a circled number beside a digit would become part of it
        return f"({form})"
    if form.isspace() or unicodedata.category(char) in ("Cc", "Zl", "Zp"):
        return " "
    return form


def is_chinese(char: str) -> bool:
    """Whether a character is a Chinese character or a punctuation mark of Chinese."""
    return "\u3001" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or char in "“”‘’《》"
