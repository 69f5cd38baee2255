"""What must be published, by whom, under which subjects and with which fields."""

import pytest

from gongkai.statute.catalogue import (
    APPLICATION_CONTENTS,
    CHANNELS,
    COLUMN_KINDS,
    DISCLOSURE_ITEMS,
    DOCUMENT_HEAD,
    GUIDE_CONTENTS,
    GUIDE_OFFICE,
    HANDLING_STAGES,
    META_TAGS,
    OPENNESS,
    PLATFORM_FUNCTIONS,
    PLATFORM_PARTS,
    READING_PLACES,
    RECORD_FIELDS,
    SECTORS,
    SUBJECT_CLASSES,
    VALIDITY,
    BodyKind,
    Level,
    subjects,
)
from gongkai.statute.parameters import PARAMETERS

ITEMS = """
20(1)  legislation      3  规范性文件
20(2)  organisation     6  负责人姓名
20(3)  plans            4  专项规划
20(4)  statistics       0
20(5)  permits          4  办理结果
20(6)  penalties        4  具有一定社会影响的行政处罚决定
20(7)  budgets          2  决算
20(8)  fees             3  标准
20(9)  procurement      3  目录
20(10) construction     2  批准
20(11) welfare          3  实施情况
20(12) emergencies      3  预警信息
20(13) inspections      5  食品药品
20(14) recruitment      4  录用结果
20(15) others           0
21     local_affairs    7  治安管理
21     township_affairs 8  筹资筹劳
"""

SUBJECTS = """
国务院组织机构 10 国务院议事协调机构
综合政务 9 政务公开
国民经济管理、国有资产监管 7 统计
财政、金融、审计 9 社会信用体系建设
国土资源、能源 8 石油与天然气
农业、林业、水利 4 农业、畜牧业、渔业
工业、交通 12 信息产业（含电信）
商贸、海关、旅游 6 检验、检疫
市场监管、安全生产监管 6 食品药品监管
城乡建设、环境保护 6 气象、水文、测绘、地震
科技、教育 4 知识产权
文化、广电、新闻出版 5 广播、电影、电视
卫生、体育 4 医药管理
人口与计划生育、妇女儿童工作 3 妇女儿童
劳动、人事、监察 7 纠正行业不正之风
公安、安全、司法 4 国家安全
民政、扶贫、救灾 7 社团管理
民族、宗教 2 宗教事务
对外事务 3 国际条约、国际组织
港澳台侨工作 3 侨务工作
国防 2 国防动员
其他 0
"""


def rows(table):
    return [line.split() for line in table.strip().splitlines()]


def test_the_items_of_articles_20_and_21_are_there_in_order():
    assert [[each.source.number, each.key] for each in DISCLOSURE_ITEMS] == [
        row[:2] for row in rows(ITEMS)
    ]


@pytest.mark.parametrize("row", rows(ITEMS), ids=lambda row: row[1])
def test_an_item_has_its_parts(row):
    _, key, count, *one = row
    item = next(each for each in DISCLOSURE_ITEMS if each.key == key)
    assert len(set(item.parts)) == len(item.parts) == int(count)
    assert set(one) <= set(item.parts)
    assert item.label
    assert item.label_en


def test_article_21_names_levels_and_kinds():
    local, township = DISCLOSURE_ITEMS[15:]
    assert local.levels == {Level.PREFECTURE, Level.COUNTY}
    assert local.kinds == {BodyKind.GOVERNMENT, BodyKind.DEPARTMENT}
    assert township.levels == {Level.TOWNSHIP}
    assert township.kinds == {BodyKind.GOVERNMENT}
    assert all(not each.levels and not each.kinds for each in DISCLOSURE_ITEMS[:15])


def test_the_22_subject_classes_are_those_of_the_state_councils_site():
    assert [each.number for each in SUBJECT_CLASSES] == list(range(1, 23))
    for top, (label, count, *one) in zip(SUBJECT_CLASSES, rows(SUBJECTS), strict=True):
        assert top.label == label
        assert len(set(top.under)) == len(top.under) == int(count)
        assert set(one) <= set(top.under)


def test_a_subject_is_written_as_class_and_sub_class():
    assert subjects()[10] == "综合政务\\政务公开"
    assert subjects()[-1] == "其他"
    assert len(subjects()) == sum(len(top.under) or 1 for top in SUBJECT_CLASSES) == 122


def test_four_fields_of_a_record_are_demanded_by_the_regulation():
    required = {each.label for each in RECORD_FIELDS if each.required_by}
    assert required == {"索引号", "名称", "内容概述", "生成日期"}
    sources = {each.required_by.key for each in RECORD_FIELDS if each.required_by}
    assert sources == {"regulation:12(3)"}
    assert [each.key for each in RECORD_FIELDS] == [
        "index_number",
        "title",
        "document_number",
        "publisher",
        "formed_on",
        "published_on",
        "summary",
        "subject",
        "genre",
        "openness",
        "ground",
        "validity",
        "interpretation",
        "attachments",
        "review",
        "disclosure_item",
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (OPENNESS, "主动公开 依申请公开 不予公开"),
        (VALIDITY, "有效 失效 废止 修订"),
        (GUIDE_CONTENTS, "分类 编排体系 获取方式"),
        (GUIDE_OFFICE, "名称 办公地址 办公时间 联系电话 传真号码 互联网联系方式"),
        (DOCUMENT_HEAD, "索引号 主题分类 发文机关 成文日期 标题 发文字号 发布日期"),
        (META_TAGS["site"], "SiteName SiteDomain SiteIDCode"),
        (META_TAGS["column"], "ColumnName ColumnDescription ColumnKeywords ColumnType"),
        (
            META_TAGS["article"],
            "ArticleTitle PubDate ContentSource Keywords Author Description Image Url",
        ),
        (HANDLING_STAGES, "登记 审核 办理 答复 归档"),
        (PLATFORM_PARTS, "政府信息公开指南 政府信息公开制度 法定主动公开内容 政府信息公开年报"),
        (PLATFORM_FUNCTIONS, "检索 查阅 下载"),
        (READING_PLACES, "国家档案馆 公共图书馆 政务服务场所"),
        (CHANNELS, "政府公报 政府网站或者其他互联网政务媒体 新闻发布会 报刊 广播 电视"),
        (SECTORS, "教育 卫生健康 供水 供电 供气 供热 环境保护 公共交通"),
    ],
)
def test_a_list_of_the_statutes_is_complete_and_in_order(found, expected):
    assert " ".join(found) == expected


def test_an_application_has_three_groups_of_contents():
    assert [each[:2] for each in APPLICATION_CONTENTS] == ["姓名", "信息", "形式"]


def test_levels_rank_from_the_state_down():
    assert [(each.rank, each.chinese) for each in Level] == [
        (1, "国家级"),
        (2, "省级"),
        (3, "设区的市级"),
        (4, "县级"),
        (5, "乡级"),
    ]


def test_kinds_of_bodies_have_their_provision():
    assert [(each.chinese, each.source.key) for each in BodyKind] == [
        ("人民政府", "regulation:4(1)"),
        ("政府部门", "regulation:4(1)"),
        ("派出机关（街道办事处等）", "reconsideration:24"),
        ("派出机构、内设机构", "regulation:10(2)"),
        ("法律、法规授权的组织", "regulation:54"),
        ("公共企事业单位", "regulation:55(1)"),
    ]


def test_a_kind_of_column_names_its_period():
    assert {key: kind.limit for key, kind in COLUMN_KINDS.items()} == {
        "news": "site.news_days",
        "notices": "site.notice_months",
        "plans": "site.plan_months",
        "organisation": "",
        "homepage": "site.homepage_days",
        "new_media": "site.new_media_days",
        "report_archive": "",
    }
    assert all(kind.limit in PARAMETERS for kind in COLUMN_KINDS.values() if kind.limit)
    assert [kind.label for kind in COLUMN_KINDS.values()] == [
        "动态、要闻",
        "通知公告、政策文件",
        "人事、规划计划",
        "机构职能、领导信息",
        "首页",
        "政务新媒体",
        "政府信息公开年报",
    ]
    assert {key: kind.source.key for key, kind in COLUMN_KINDS.items()}["report_archive"] == (
        "platform_2019"
    )
    assert COLUMN_KINDS["news"].source.key == "site_inspection:1"
