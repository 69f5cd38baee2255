"""Enters a small standard directory; the wording is ours."""

from collections.abc import Mapping

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.publishing.acts import directory as acts
from gongkai.web.publishing.duty_tables import read_directory

BY = system("演示数据")
TABLE = """领域,公开事项,公开内容,公开依据,公开时限,公开主体,公开渠道,更新周期（月）
社会救助,最低生活保障,申请条件、标准和办理流程,条例第二十一条,形成或者变更之日起20个工作日内,社会事务办公室,政府网站、服务大厅,12
社会救助,最低生活保障,获得批准的家庭数量和资金总额,条例第二十一条,每月月底前,社会事务办公室,政府网站、社区公示栏,1
社会救助,临时救助,救助标准和申请材料,条例第二十一条,形成或者变更之日起20个工作日内,社会事务办公室,政府网站、自助服务终端,12
公共文化,群众文体活动,活动时间、地点和报名方式,条例第十九条,活动前5个工作日,文化服务中心,微信公众号、滚动屏幕,
城市管理,老旧小区改造,改造项目的批准和实施情况,条例第二十条第十项,形成或者变更之日起20个工作日内,公共管理办公室,政府网站,3
"""


def load(bodies: Mapping[str, Body]) -> None:
    data = TABLE.encode()
    duties = read_directory("标准目录.csv", data)
    acts.take_directory(BY, body=bodies["shidong"], duties=duties, data=data)
