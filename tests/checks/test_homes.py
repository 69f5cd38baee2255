"""Names beside homes: which papers tell where somebody lives, and which may go out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.checks.homes.beside import homes
from gongkai.checks.homes.name import is_full_name, named_in
from gongkai.checks.published import Publication


def found(text):
    return [home.name for part in Publication(text).parts for home in homes(part)]


@pytest.mark.parametrize(
    "text",
    [
        "家住解放路12号3栋501室的张建国老人来电。",
        "在青龙镇石板村三组，工作人员见到了独居的张建国。",
        "张建国：\n　　您关于解放路12号3栋501室房屋漏水的来信收悉。",
        "姓名：张建国\n性别：男\n户籍地址：湖北省武汉市硚口区\n　　解放路12号3栋501室",
        "地址：青龙镇石板村三组\n申请人：张建国\n事项：补贴",
        "乡镇\t村\t组\t门牌号\t户主\n青龙镇\t石板村\t3\t12\t张建国",
        "姓名\t张建国\t李芳\n居住地\t解放路12号\t文昌街8弄6号401室",
        "序号\t姓名\t家庭住址\t补助\t\n\t\t\t月数\t金额\n1\t张建国\t紫阳小区5栋302室\t3\t900",
        "姓名,地址\n青龙镇,\n张建国,石板村第三村民小组",
        "1、张建国——解放路12号\n2、李芳——文昌街8号",
        "张建国\n解放路12号3栋501室",
        "姓　名\t住　　址\n张　伟\t幸福里4幢2单元1602",
        "阿依古丽·买买提，女，住解放路12号。",
        "石板村\n石板村三组：张建国、李芳、王小明",
        "3栋2单元\n501 张建国\n502 李芳",
        "寄件人：某局\n收件人：李芳\n紫阳小区5栋302室",
        "投诉方：张建国\n投诉方地址：解放路12号\n被投诉方：某公司",
        "成员\t关系\n张建国\t户主\n李芳\t妻\n家庭住址：石板村三组12号",
        "受送达人\t张建国\n送达地点\t紫阳小区5栋302室",
        "兹证明李芳，女，户口登记地址为青龙镇石板村新屋场。",
        "乌兰其木格（女士）收\n乌丹路156号1单元1001室",
        "序号\t服务对象\t服务地址\t护理员\n1\t张建国\t紫阳小区5栋302室\t李芳",
        "入选家庭（户主、住址）：\n张建国家庭　　紫阳小区5栋302室\n李芳家庭　　文昌街8弄6号401室",
        "【来信人】张建国【地址】紫阳小区3-2-501",
        "甲方\t某县住建局\n乙方（被搬迁人）\t张建国\n房屋坐落\t石板村14社",
    ],
)
def test_a_home_beside_a_name_is_found_however_it_is_told(text):
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "联系人：张建国\n联系地址：解放路12号3栋501室",
        "企业名称\t法定代表人\t住所\n恒通商贸有限公司\t张建国\t解放路12号3栋501室",
        "申请单位：某药房有限公司\n法定代表人：张建国\n住所：解放路12号3栋501室",
        "项目名称\t建设地点\t负责人\n供水改造\t石板村三组\t张建国",
        "序号\t采样点\t结论\t采样人\n1\t碧水湾9栋1单元二供泵房\t达标\t张建国",
        "一、基本情况。翠湖名苑位于新风巷112号，共11栋1926户。",
        "当事人：民安商贸有限公司\n住所（住址）：南屏街40号\n法定代表人：张建国",
        "望江大道5号公房租金未及时收缴。",
        "地点\t问题\t责任人\n紫阳小区5栋2单元\t管道破损\t张建国",
        "村委会\t主任\t办公场所地址\n石板村村委会\t张建国\t石板村三组12号",
        "姓名\t家庭住址\n张**\t解放路12号3栋501室",
        "4.江先生，现住大桥镇大院子村183号，拟发放补助600元。",
        "姓名\t住址\n张建国\t青龙镇石板村",
        "副区长张建国赶赴现场。紫阳小区5栋2单元楼道起火，居民已疏散。",
        "解放路12号至30号停水，抢修负责人：张建国。",
        "党员李芳在石板村三组讲授党课。",
        "县住建局\n张建国\n解放路12号3栋501室",
        "承租人：李先生\n张先生，紫阳小区5栋302室",
        "紫阳小区5栋302室居民反映高空抛物、楼道堆物严重。",
        "名称：老字号餐馆\n住所（住址）：解放路12号\n法定代表人（经营者）：张建国",
        "主讲人：李芳\n地点：解放路12号3楼301教室",
        "停电范围：解放路2-80号、景和园B区1至8栋、金色家园3至5栋。",
        "区残联，解放路12号4楼406室，周一至周五",
        "某区退役军人事务局\n邮寄地址：解放路12号4楼406室\n收件人：办公室　张建国",
        "接种点：紫阳社区卫生服务中心，解放路12号，张建国",
        "川味小厨 李芳 解放路12号 A级",
        "张建国：请到解放路12号区城管局302室领取决定书。",
    ],
)
def test_places_of_work_masked_names_and_townships_may_go_out(text):
    assert found(text) == []


@pytest.mark.parametrize("name", ["张建国", "欧阳明月", "扎西·多吉", "李芳（女）"])
def test_a_full_name_is_one(name):
    assert is_full_name(name)


@pytest.mark.parametrize("word", ["张某", "李**", "王先生", "刘主任", "李家村", "黄河路", "楼道"])
def test_masked_names_titles_and_places_are_none(word):
    assert not is_full_name(word)


def test_a_cell_may_hold_a_number_a_sex_or_several_names():
    assert named_in("1. 张 伟（男）") == "张伟"
    assert named_in("张建国、李芳") == "张建国"
    assert named_in("紫阳街道办事处") == ""


PIECES = (
    "张建国",
    "李芳",
    "石板村",
    "三组",
    "解放路",
    "12号",
    "5栋",
    "302室",
    "姓名",
    "住址",
    "：",
    "，",
    "。",
)
SIGNS = ("\n", "\t", " ", "|", "（", "）", "住", "的", "9", "号", "张", "-", "局长", "13800000001")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES + SIGNS), max_size=60))
def test_any_text_can_be_read_and_a_name_that_is_found_stands_in_it(words):
    text = "".join(words)
    assert all("".join(name.split()) in "".join(text.split()) for name in found(text))


@pytest.mark.parametrize("sign", ["1", "张", "号", "村", "一", "1-", "住", "（", "路1", " 张"])
def test_a_long_text_of_one_sign_is_read_at_once(sign):
    assert found(sign * 20_000) == []
