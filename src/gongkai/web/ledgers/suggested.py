"""Indicators that many bodies report on, to choose from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Suggestion:
    """An indicator; `total`: the name of the one it is a part of."""

    name: str
    unit: str
    total: str = ""
    over: str = "sum"


SUGGESTED = (
    Suggestion("办理服务事项", "件"),
    Suggestion("现场办理", "件", "办理服务事项"),
    Suggestion("网上办理", "件", "办理服务事项"),
    Suggestion("上门办理", "件", "办理服务事项"),
    Suggestion("社区群组", "个", over="last"),
    Suggestion("群组成员", "人", over="last"),
    Suggestion("公开工作培训", "场"),
    Suggestion("参加培训", "人次"),
    Suggestion("公开工作会议", "次"),
    Suggestion("关注人数", "人", over="last"),
    Suggestion("发布信息", "条"),
    Suggestion("网站发布", "条", "发布信息"),
    Suggestion("微信发布", "条", "发布信息"),
    Suggestion("微博发布", "条", "发布信息"),
    Suggestion("公开栏发布", "条", "发布信息"),
    Suggestion("咨询答复", "件"),
)
