"""Import of spreadsheets: rows a second of every target, and the memory that it takes.

GONGKAI_DATA=empty-folder python tools/bench/imports.py 100000 requests    (or items, figures,
remedies, all; on PostgreSQL with GONGKAI_DATABASE_URL)
"""

import io
import os
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
os.environ.setdefault("GONGKAI_PRODUCTION", "off")
django.setup()

import xlsxwriter  # noqa: E402
from django.core.management import call_command  # noqa: E402

from gongkai.web.agencies.acts import found  # noqa: E402
from gongkai.web.agencies.models import Body  # noqa: E402
from gongkai.web.audit.actor import system  # noqa: E402
from gongkai.web.ledgers.acts import run, take_in  # noqa: E402
from gongkai.web.ledgers.acts.figures import define  # noqa: E402
from gongkai.web.ledgers.models import Batch, Indicator  # noqa: E402
from gongkai.web.ledgers.target import targets  # noqa: E402

BY = system("测量")
YEAR = 2025
HEADS = {
    "requests": ("登记编号", "收到日期", "申请方式", "申请人类别", "申请人", "联系电话", "申请内容",
                 "答复日期", "答复类型", "答复文号"),
    "items": ("信息名称", "索引号", "生成日期", "发布日期", "类别", "文号", "内容概述", "网址"),
    "remedies": ("类型", "案号", "原告", "案由", "受理机关", "受理日期", "审结日期", "结果"),
    "figures": ("指标", *(f"{month}月" for month in range(1, 13))),
}  # fmt: skip


def row(target: str, number: int) -> tuple[object, ...]:
    on = date(YEAR, 1, 2) + timedelta(days=number % 300)
    later = on + timedelta(days=12)
    match target:
        case "requests":
            answer = ("予以公开", "不予公开（过程性信息）", "信息不存在")[number % 3]
            return (
                f"{number}",
                on,
                "网上",
                "自然人",
                f"某{number}",
                f"1380000{number % 10000:04d}",
                f"第{number}件所要的信息名称和它的描述",
                later,
                answer,
                f"示公复〔{YEAR}〕{number}号",
            )
        case "items":
            return (
                f"第{number}条信息的名称",
                f"SY-{number}",
                on,
                later,
                "通知公告",
                "",
                f"第{number}条信息的概述，说明它讲什么",
                f"https://example.cn/{number}.html",
            )
        case "remedies":
            return ("行政复议", f"{number}", f"某{number}", "不服答复", "区政府", on, later, "维持")
    return (f"指标{number}", *range(1, 13))  # fmt: skip


def spreadsheet(target: str, count: int) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row(0, 0, HEADS[target])
    for number in range(1, count + 1):
        for column, value in enumerate(row(target, number)):
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            else:
                page.write(number, column, value)
    book.close()
    return out.getvalue()


def measured(body: Body, target: str, count: int) -> None:
    with ProcessPoolExecutor(1) as apart:  # its memory is not the import's
        data = apart.submit(spreadsheet, target, count).result()
    if target == "figures":
        define(BY, body, indicators=[Indicator(name=f"指标{n}") for n in range(1, count + 1)])
    before = memory()
    began = time.perf_counter()
    batch = take_in.take_in(
        BY, body=body, target=targets[target], year=YEAR, name="x.xlsx", data=data
    )
    looked = time.perf_counter() - began
    run.start(BY, batch)
    began, busy = time.perf_counter(), time.process_time()
    while batch.state == Batch.State.RUNNING or batch.made == 0:
        run.proceed(Batch.objects.select_related("body").get(pk=batch.pk))
        batch.refresh_from_db()
    took, busy = time.perf_counter() - began, time.process_time() - busy
    print(
        f"{target}: {batch.made} rows of {count} in {took:.1f} s, {count / took:.0f} rows/s "
        f"({count / busy:.0f} for each second of processor); "
        f"file {len(data) / 1e6:.1f} MB, looked at in {looked:.2f} s; "
        f"peak {memory()} MB, before {before} MB"
    )


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    count, wanted = int(sys.argv[1]), sys.argv[2]
    call_command("migrate", verbosity=0, interactive=False)
    code = f"bench{int(time.time())}"
    body = found(BY, code=code, parent=None, name="测量单位", short_name="测量", kind="department")
    for target in HEADS if wanted == "all" else [wanted]:
        measured(body, target, count)


if __name__ == "__main__":
    main()
