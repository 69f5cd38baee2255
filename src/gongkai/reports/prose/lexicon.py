"""The words by which officials name what the tables count, and a scanner that finds them.

One pass over a sentence gives its words in order, longest reading first; everything else works on
these words. A word is a class (`thing`, `row`, `act` …) and a name within it.
"""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Class(StrEnum):
    """What part a word plays."""

    THING = "thing"
    ROW = "row"
    ACT = "act"
    CARRY = "carry"
    APPLICANT = "applicant"
    RESULT = "result"
    WAY = "way"
    CHANNEL = "channel"
    ASIDE = "aside"
    CHANGE = "change"
    EARLIER = "earlier"
    PLAN = "plan"
    SINCE = "since"
    PORTION = "portion"
    FORWARD = "forward"
    AMONG = "among"
    TOTAL = "total"
    OWN = "own"
    AREA = "area"


class Word(NamedTuple):
    """A word found: its class, its name, where it begins and ends."""

    kind: Class
    name: str
    start: int
    end: int


NEXT_YEAR = r"(?:下一?|次|明|来|翌)年度?"
LEXICON: tuple[tuple[Class, str, str], ...] = (
    # Rows of table two, before the things whose names they contain.
    (
        Class.ROW,
        "granted+partly_granted",
        (
            r"(?:予以|同意|准予|全部|主动)?公开(?:或者|以及|及|和|与|、|或)(?:予以"
            r"|同意)?部分(?:予以|同意)?公开"
        ),
    ),
    (Class.ROW, "partly_granted", r"部分(?:予以|同意|准予|不予)?公开|部分提供|区分处理"),
    (
        Class.ROW,
        "other_not_corrected",
        r"(?:申请人)?(?:无正当理由)?逾期[不未](?:进行)?补正(?:、行政机关不再处理[^，。；\d]{0,12})?",
    ),
    (
        Class.ROW,
        "other_fee_unpaid",
        (
            r"(?:申请人)?(?:逾期)?[未不](?:按[^，。；\d]{0,12})?缴纳?(?:费用?|信息处理费)"
            r"(?:、行政机关不再处理[^，。；\d]{0,12})?"
        ),
    ),
    (Class.ROW, "refused_state_secret", r"(?:属于|涉及)?国家秘密"),
    (Class.ROW, "refused_prohibited_by_law", r"(?:其他)?法律、?(?:行政)?法规(?:规定)?禁止公开"),
    (
        Class.ROW,
        "refused_security_and_stability",
        r"危及□+|危及三安全一稳定|危及国家安全[^\d，。；]{0,20}稳定",
    ),
    (Class.ROW, "refused_third_party", r"(?:保护|涉及)第三方(?:合法权益)?|损害第三方(?:合法权益)?"),
    (Class.ROW, "refused_internal_affairs", r"(?:属于)?(?:三类)?内部(?:事务|管理)信息"),
    (Class.ROW, "refused_process_information", r"(?:属于)?(?:四类)?过程性?信息"),
    (Class.ROW, "refused_enforcement_file", r"(?:属于)?行政执法案卷(?:信息)?"),
    (Class.ROW, "refused_administrative_inquiry", r"(?:属于)?行政查询(?:事项)?"),
    (
        Class.ROW,
        "unavailable_not_held",
        (
            r"(?:本机关|本单位|我[局委厅办区市县街镇])不(?:掌握|存在)(?:相关)?(?:政府信息|信息)?"
            r"|(?:政府)?信息不存在"
        ),
    ),
    (
        Class.ROW,
        "unavailable_must_be_created",
        r"没有现成信息(?:、?需要?另行制作)?|需要?另行(?:制作|加工)",
    ),
    (Class.ROW, "unavailable_still_unclear", r"补正后(?:申请内容)?仍不明确"),
    (Class.ROW, "not_processed_petition", r"信访、?(?:举报、?投诉|投诉、?举报)类?(?:申请)?"),
    (Class.ROW, "not_processed_repeated", r"重复申请"),
    (Class.ROW, "not_processed_publication", r"(?:要求)?提供公开出版物"),
    (Class.ROW, "not_processed_excessive", r"(?:无正当理由)?(?:大量、?反复|反复、?大量)申请"),
    (
        Class.ROW,
        "not_processed_reconfirmation",
        r"(?:要求行政机关)?确认或者?重新出具(?:已获取(?:的)?(?:政府)?信息)?",
    ),
    (Class.ROW, "refused", r"不(?:予以?|同意|准予)公开"),
    (Class.ROW, "unavailable", r"无法(?:予以)?提供|不能提供"),
    (Class.ROW, "not_processed", r"不[予再]处理"),
    (Class.ROW, "other", r"(?:作|做|以)?其[他它](?:方式)?处理"),
    (
        Class.ROW,
        "granted",
        r"(?:予以|同意|准予|给予|决定)公开|公开答复|(?:属于)?已主动公开|(?:属于)?主动公开范围|全部公开",
    ),
    # Carried over.
    (
        Class.CARRY,
        "in",
        (
            r"(?:上一?|前一|去)年度?(?:的)?(?:结转|转入|转来|转接|遗留)|年初结转"
            r"|结转(?:自)?(?:上一?|去)年度?"
        ),
    ),
    (
        Class.CARRY,
        "out",
        (
            rf"(?:结转|顺延|延续|延至|转)(?:至|到|入)?{NEXT_YEAR}(?:继续)?(?:办理|答复|处理)?"
            rf"|结转(?:至|到|入)?20\d\d年度?(?:继续)?(?:办理|答复)?|{NEXT_YEAR}(?:继续)?(?:办理"
            rf"|答复|处理)"
            r"|跨年度?(?:继续)?办理"
        ),
    ),
    (Class.CARRY, "either", r"结转"),
    # How remedies ended.
    (Class.WAY, "direct", r"未经复议(?:的)?(?:直接)?(?:提起)?(?:行政)?(?:诉讼|起诉)?|直接起诉"),
    (Class.WAY, "after", r"经?复议后(?:又)?(?:再)?(?:提起)?(?:行政)?(?:起诉|诉讼)"),
    (
        Class.RESULT,
        "pending",
        r"(?:尚|还)?未(?:审结|结案|作出决定|宣判)|(?:正在|尚在)?审理(?:中|阶段)|正在审理",
    ),
    (Class.RESULT, "decided", r"审结|结案"),
    (Class.RESULT, "upheld", r"(?:结果)?维持(?:原(?:行政行为|决定|答复))?"),
    (Class.RESULT, "corrected", r"(?:结果)?纠正|(?:被)?纠错"),
    (Class.RESULT, "other", r"其[他它]结果"),
    (
        Class.ASIDE,
        "court",
        r"败诉|胜诉|一审|二审|再审|上诉|驳回|撤销|撤回|撤诉|终止|调解|和解|出庭",
    ),
    # Things, the ones with longer names first.
    (
        Class.THING,
        "application",
        (
            r"依申请(?:公开)?(?:政府)?(?:信息)?|申请公开(?:的)?(?:政府)?信息|申请公开"
            r"|(?:政府|政务)?(?:信息)?公开的?申请(?!人|表|行政复议|复议)|政府信息的?申请(?!人|表)"
        ),
    ),
    (
        Class.ASIDE,
        "applicant",
        r"申请(?:人|表|书|渠道|流程|指南|系统|栏目|平台|受理点|材料|方式|执行|仲裁)",
    ),
    (Class.THING, "reconsideration", r"(?:申请)?(?:行政)?复议"),
    (Class.THING, "litigation", r"(?:提起)?(?:行政)?诉讼|行政应诉|起诉"),
    (Class.THING, "plain", r"申请"),
    (Class.THING, "party_document", r"党(?:内|委|组)规范性文件"),
    (Class.THING, "normative_documents", r"(?:行政)?规范性文件"),
    (Class.THING, "regulations", r"(?:政府|部门)?规章(?!制度)"),
    (Class.THING, "permits", r"行政许可"),
    (Class.THING, "penalties", r"行政处罚"),
    (Class.THING, "coercive_measures", r"行政强制(?:措施|执行)?"),
    (Class.THING, "fees", r"行政事业性收费"),
    (Class.THING, "information", r"信息公开处理费|信息处理费"),
    (Class.ASIDE, "disclosure", r"(?:政府|政务)?信息公开|政务公开"),
    (
        Class.THING,
        "information",
        (
            r"工单|诉求|留言|来信|来电|信件|邮件|咨询|建议|提案|议案|信访|投诉|举报|热线|问题|意见"
            r"|文件|解读|稿件|文章"
            r"|动态|会议|培训|视频|栏目|新闻|公告|清单|新媒体|公众号|账号|推文|微博|检查|活动|办件"
            r"|案卷|制度|信息|图解"
            r"|访谈|发布会|专栏|通报|整改|事件|网民|证照|补正|征求|听证"
        ),
    ),
    # Acts.
    (Class.FORWARD, "", r"转派|转办|转交|转送|交办|代办|代收|协办|协助|指导|督办|分办|派发"),
    (Class.ACT, "receive", r"新收|收到|接到|接收|收悉|登记|新增"),
    (Class.ACT, "accept", r"受理"),
    (Class.ACT, "answer", r"办结|办复|答复|回复"),
    (Class.ACT, "handle", r"办理|处理"),
    (Class.ACT, "issue", r"制发|制定|出台|印发|颁布|新制作|制作"),
    (Class.ACT, "repeal", r"废止"),
    (Class.ACT, "force", r"现行有效|继续有效|保留有效"),
    (Class.ACT, "publish", r"公布|公示|发布|公开"),
    (Class.ASIDE, "clean", r"刊登|刊发|上传|转发|推送|编发|转载"),
    (Class.ACT, "decide", r"作出|做出|下达|实施"),
    (
        Class.ASIDE,
        "clean",
        r"清理|修订|修改|审查|审核|备案|起草|评估|失效|征集|解释|立案|查处|听取",
    ),
    # Who applied, and how.
    (Class.APPLICANT, "natural_person", r"自然人|公民|个人(?!隐私|信息)"),
    (Class.APPLICANT, "organisations", r"法人(?:或者?|和|及|与|、)(?:其[他它]|非法人)组织|法人"),
    (Class.APPLICANT, "business", r"商业企业|企业"),
    (Class.APPLICANT, "research", r"科研(?:机构|院所|单位)"),
    (Class.APPLICANT, "social_organisation", r"社会公益组织|公益组织|社会组织"),
    (Class.APPLICANT, "legal_service", r"法律服务机构|律师事务所"),
    (Class.APPLICANT, "other_organisation", r"其[他它]组织"),
    (
        Class.CHANNEL,
        "",
        (
            r"当面|现场|互联网|网络|网上|网站|在线|线上|线下|信函|邮寄|邮政|快递|电子邮[件箱]|邮箱"
            r"|传真|窗口|书面|口头|电话|平台"
        ),
    ),
    # What makes a figure another one than the year's total.
    (
        Class.CHANGE,
        "",
        (
            r"同比|环比|较|相比|增加|减少|增长|下降|上升|回落|提高|降低|上涨|净增|多出|持平|翻番"
            r"|比(?=上|去|20)"
        ),
    ),
    (Class.EARLIER, "", r"去年|上一?年(?:度)?|前一?年(?:度)?|往年|上一年(?:度)?|前年"),
    (
        Class.SINCE,
        "",
        r"(?<![今本]年)(?<!年初)以来|以前|之前|历年|开通至今|历史|截至目前累计|近[三五两]年",
    ),
    (Class.PLAN, "", r"计划|预计|力争|拟|下一步|明年|目标"),
    (
        Class.PORTION,
        "",
        (
            r"上半年|下半年|季度|每月|每周|每季|每年|平均|日均|月均|人均|最多|最少|单月|类申请"
            r"|方面的申请|领域的?申请"
            r"|延期|延长|超期|逾期|按期补正|口头答复|有效申请|重点|涉及[^，。；、\d]{2,12}(?:类|方面"
            r"|领域|事项)|关于(?!政府信息公开|信息公开|政务公开|依申请)|疑难|复杂|典型"
        ),
    ),
    (Class.AMONG, "", r"其中"),
    (Class.TOTAL, "", r"共计|合计|总计|总共|一共"),
    (
        Class.OWN,
        "",
        r"本级|政府办公[室厅]|[市区县州省]政府(?!门户|网站|信息|部门|各|系统|工作|公报|和|及|、)|政府办(?![理事法])|管委会办公室|名义",
    ),
    (
        Class.AREA,
        "",
        r"全[市区县省州旗镇乡盟](?!长)|各级|各部门|各单位|各[镇街乡县区]|全系统",
    ),
)
IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


@cache
def _entries() -> dict[str, tuple[int, ...]]:
    """For each character that a word may begin with: the entries to try there.

    A word begins with a character that stands in its pattern; most characters stand in few.
    """
    entries: dict[str, list[int]] = {}
    for index, (_, _, pattern) in enumerate(LEXICON):
        for character in set(IDEOGRAPH.findall(pattern)):
            entries.setdefault(character, []).append(index)
    return {character: tuple(indices) for character, indices in entries.items()}


@cache
def _pattern(character: str) -> re.Pattern[str]:
    """The entries to try at a character as one pattern, made when a text first has it."""
    return re.compile("|".join(f"({LEXICON[i][2]})" for i in _entries()[character]))


def words_in(plain: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text in order."""
    stop = len(plain) if end is None else end
    entries, found, at = _entries(), [], start
    while at < stop:
        indices = entries.get(plain[at])
        match = _pattern(plain[at]).match(plain, at, stop) if indices else None
        if indices and match:
            kind, name, _ = LEXICON[indices[(match.lastindex or 1) - 1]]
            found.append(Word(kind, name, *match.span()))
            at = match.end()
        else:
            at += 1
    return found
