"""Every address of the platform, and an account for every role."""

from django.urls import get_resolver

ROLES = {
    "public": "",
    "resident": "jumin",
    "section": "wangge.keshi",
    "officer": "wangge.jingban",
    "confidentiality": "wangge.baomi",
    "legal": "wangge.fazhi",
    "office_head": "wangge.zhuren",
    "leader": "wangge.fenguan",
    "head": "wangge.yibashou",
    "dispatcher": "wangge.paijian",
    "other_officer": "jiguan.jingban",
    "supervisor": "zhengshu.zhuguan",
    "system_admin": "admin.xitong",
    "security_admin": "admin.anquan",
    "audit_admin": "admin.shenji",
}
"""Role → account of the sample district; the addresses below are of the officer's body."""
VALUES = {
    "code": "wangge",
    "pk": 1,
    "year": 2021,
    "section": "items",
    "source": "OA-1",
    "part": "other",
    "number": 1,
    "to": "xlsx",
    "name": "ASK_CORRECTION",
    "step": "REGISTER",
    "letter": "L1",
    "subject": "reporting.report",
    "row": "granted",
    "column": "issued",
    "applicant": "total",
    "act": "decide",
    "target": "figures",
    "month": 3,
    "cell": "requests.received.total",
    "layout": "by_indicator",
    "key": "applications",
    "token": "no-such-link",
    "path": "requests.received.total",
}
"""What stands in the addresses' variables."""


def addresses() -> dict[str, str]:
    """Name of every page → its address, variables filled in."""
    found = {}

    def walk(patterns, prefix: str, space: str) -> None:
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, route, pattern.app_name or space)
            else:
                for name in pattern.pattern.converters:
                    start = route.index("<")
                    route = route[:start] + str(VALUES[name]) + route[route.index(">") + 1 :]
                found[f"{space}:{pattern.name}"] = "/" + route

    walk(get_resolver().url_patterns, "", "")
    return found
