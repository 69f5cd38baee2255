# ruff: noqa: E501 (the tables are wide)
"""The columns of an office's ledger of applications, by the names that offices give them."""

from datetime import date

from gongkai.web.agencies.models import Body
from gongkai.web.ledgers.target import Field, Kind, Sample

# fmt: off
FIELDS = (
    Field("number", "编号", ("登记编号", "申请编号", "受理编号", "登记号", "受理号", "申请号"), Kind.CODE, longest=40),
    Field(
        "received", "收到日期",
        ("收到申请日期", "申请日期", "申请时间", "登记日期", "收件日期", "受理日期", "受理时间", "接收日期",
         "收到时间", "收到申请时间", "登记时间"),
        Kind.DAY, required=True,
    ),
    Field("channel", "申请方式", ("申请渠道", "提交方式", "渠道", "来源", "接收方式", "受理方式", "提交渠道")),
    Field(
        "applicant", "申请人类别",
        ("申请人类型", "申请人性质", "申请人属性", "类别", "身份类别", "申请人身份"),
        hint="没有这一栏时按证件号码和名称判断",
    ),
    Field("name", "申请人", ("申请人姓名", "姓名", "申请人名称", "申请人姓名或名称", "单位名称", "姓名或名称")),
    Field("identity_number", "证件号码", ("身份证号", "身份证号码", "统一社会信用代码", "信用代码", "证件号"), Kind.CODE),
    Field("phone", "联系电话", ("电话", "手机", "手机号", "联系方式", "手机号码"), Kind.CODE),
    Field("address", "联系地址", ("地址", "通讯地址", "邮寄地址")),
    Field(
        "topic", "所需信息",
        ("申请内容", "申请事项", "申请公开内容", "所需政府信息", "申请公开事项", "信息名称", "申请信息内容",
         "所需信息名称", "内容描述", "申请公开的信息", "申请信息名称", "所需信息的内容描述"),
        required=True, longest=5000,
    ),
    Field("delivery", "获取方式", ("获取信息方式", "获取途径", "领取方式")),
    Field("asked", "告知补正日期", ("补正通知日期", "补正告知日期", "通知补正日期", "告知补正时间"), Kind.DAY),
    Field("corrected", "补正日期", ("收到补正日期", "补正时间", "收到补正时间"), Kind.DAY),
    Field("extended", "是否延期", ("延期", "是否延长", "延长答复", "是否延期答复"), Kind.YES),
    Field("extended_on", "延期告知日期", ("延期日期", "延期时间", "延长日期", "延期告知时间"), Kind.DAY),
    Field(
        "answered", "答复日期",
        ("答复时间", "办结日期", "办结时间", "回复日期", "回复时间", "答复办结日期", "实际答复日期"),
        Kind.DAY, hint="没有办结的留空，结转下年度",
    ),
    Field(
        "answer", "办理结果",
        ("答复类型", "答复结果", "答复种类", "处理结果", "答复方式", "办理情况", "答复内容", "答复情况",
         "公开类型", "办理类型", "结果"),
        hint="照办公室的说法写，例如：予以公开、不予公开（第三方合法权益）、信息不存在",
        longest=1000,
    ),
    Field("reason", "理由", ("不予公开理由", "不公开理由", "依据", "答复理由", "不予公开原因", "原因", "转办机关"),
          longest=1000),
    Field("letter", "答复文号", ("文号", "答复书文号", "告知书文号", "答复书编号"), longest=100),
    Field("note", "备注", ("说明",), longest=1000),
)
# fmt: on


def sample(body: Body, year: int) -> Sample:
    """A year as offices keep it, with two rows that cannot be placed, for trying."""
    head = (
        "序号", "登记编号", "收到日期", "申请方式", "申请人类别", "申请人", "申请内容", "是否延期",
        "答复日期", "答复类型", "不予公开理由", "答复文号",
    )  # fmt: skip
    last = year - 1
    said = body.short_name
    rows = (
        (1, "1", date(last, 12, 18), "网上", "自然人", "陆示例", "老旧小区改造资金安排", "否",
         date(year, 1, 9), "予以公开", "", f"{said}公复〔{year}〕1号"),
        (2, "2", f"{year}年2月3日", "信函", "自然人", "程示例", "低保对象名单", "否", f"{year}-02-20",
         "部分公开", "个人隐私", f"{said}公复〔{year}〕2号"),
        (3, "3", f"{year}/3/5", "当面", "企业", "示例建材有限公司", "户外广告设置许可名单", "否",
         f"{year}/3/12", "已主动公开", "", f"{said}公复〔{year}〕3号"),
        (4, "4", "4月8日", "网上", "", "示例律师事务所", "行政处罚案卷", "是", "6月2日", "不予公开",
         "行政执法案卷", f"{said}公复〔{year}〕4号"),
        (5, "5", date(year, 5, 6), "网上", "自然人", "许示例", "2018年会议记录", "否", date(year, 5, 20),
         "信息不存在", "", f"{said}公复〔{year}〕5号"),
        (6, "6", date(year, 6, 11), "信函", "自然人", "方示例", "反映邻里噪声", "否", date(year, 6, 18),
         "不予处理（信访）", "", f"{said}公复〔{year}〕6号"),
        (7, "7", date(year, 7, 1), "网上", "自然人", "何示例", "垃圾分类考核结果", "否",
         date(year, 7, 15), "不予公开", "", f"{said}公复〔{year}〕7号"),
        (8, "8", f"{year}-02-30", "网上", "自然人", "罗示例", "道路改造方案", "否", date(year, 3, 10),
         "予以公开", "", f"{said}公复〔{year}〕8号"),
        (9, "9", date(year, 9, 2), "网上", "自然人", "白示例", "物业招标文件", "否", "", "", "", ""),
        ("合计", "", "", "", "", "", "9件", "", "", "", "", ""),
    )  # fmt: skip
    return Sample(f"{said}{year}年政府信息公开申请办理台账", (head, *rows))
