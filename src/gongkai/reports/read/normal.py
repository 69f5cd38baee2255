"""Text made comparable for matching; what is kept in the report stays as printed."""

import re
import unicodedata
from functools import lru_cache

RADICALS = dict(
    zip(
        "⺠⺟⺝⺮⺷⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民母月竹羊月虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""CJK radicals that PDF printers leave and that NFKC does not restore."""

TRADITIONAL = dict(
    zip(
        "開資請處結轉總計數機構關業務會組織規範許罰強費單訴訟複復覆議維糾審報況問題進項動製發廢現決屬"
        "國穩護權內執詢無確認獲類過經後訪舉繼續辦與據條補納繳購額對減聯係繫於為還來錶統訊臺區縣鄉鎮"
        "縂採體門應實選舉聽證種記錄圖誤設備項責監寫節約團監標準優險財農時間東車長風點術醫藥",
        "开资请处结转总计数机构关业务会组织规范许罚强费单诉讼复复复议维纠审报况问题进项动制发废现决属"
        "国稳护权内执询无确认获类过经后访举继续办与据条补纳缴购额对减联系系于为还来表统讯台区县乡镇"
        "总采体门应实选举听证种记录图误设备项责监写节约团监标准优险财农时间东车长风点术医药",
        strict=True,
    )
)
"""Traditional characters of labels and titles, for mirrored pages that were converted whole."""

_SAME = str.maketrans({**TRADITIONAL, **RADICALS})
_PINYIN = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}[)）]")
_BLANKS = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u00ad]+")
_NOT_WORDS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Half-width digits and signs, simplified characters; blanks stay."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text).translate(_SAME)


def squeezed(text: str) -> str:
    """`plain` without any blanks and without pinyin between the characters."""
    text = _BLANKS.sub("", plain(text))
    return _PINYIN.sub("", text) if "(" in text else text


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """`squeezed` without punctuation: characters, letters and digits only."""
    return _NOT_WORDS.sub("", squeezed(text))
