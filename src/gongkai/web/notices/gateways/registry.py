"""Channel → gateway."""

from typing import cast

from gongkai.web.notices.gateways import mail, sms
from gongkai.web.notices.gateways.message import Gateway
from gongkai.web.notices.gateways.robot import DingTalk, Wecom
from gongkai.web.notices.models import Channel

GATEWAYS: dict[str, Gateway] = {
    Channel.MAIL: cast("Gateway", mail),
    Channel.SMS: cast("Gateway", sms),
    Channel.WECOM: Wecom(),
    Channel.DINGTALK: DingTalk(),
}


def gateway(channel: Channel) -> Gateway:
    return GATEWAYS[channel]
