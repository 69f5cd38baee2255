# ruff: noqa: E501
"""Invented people and addresses of many kinds, for sets that are scanned at first sight."""

from tests.checks.scan.made import Chance

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦"
    "贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文牛樊葛邢安齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹"
    "关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来"
)
COMPOUND = ("欧阳", "上官", "司马", "诸葛", "令狐", "皇甫", "慕容", "司徒")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志生玉珍春梅海燕晓东立新文博子涵诺思远浩然雨桐红波斌宇飞凯健俊辉鹏鑫宏亮峰龙"
    "松林森柏荣贵福祥顺昌兴旺富庆喜乐安康宁德仁义礼智信孝忠良善美慧兰菊莲荷萍莉莎琳琴瑶璐婷婉倩雪冰洁清泉江河湖光辰星月云霄天宝金银铁钢"
    "锋锐铭钰铮学书诗翰墨章绍继承先祖宗耀传家兆元启开世万千百友朋群众正直方圆长久永恒大有为民爱党卫兵武根土发财进前胜利全成功业勤俭素巧小少"
)
MINORITY = (
    "阿依古丽·买买提",
    "次仁·卓玛",
    "巴图·孟和",
    "吾买尔江·艾力",
    "扎西·多吉",
    "古丽娜尔·赛里克",
)
PROVINCES = (
    "湖北省武汉市硚口区",
    "四川省绵阳市安州区",
    "浙江省衢州市柯城区",
    "甘肃省定西市安定区",
    "某市某区",
    "",
)
STREETS = (
    "汉水路",
    "文昌街",
    "民主路",
    "青年大道",
    "北正街",
    "滨河东路",
    "二七路",
    "学院南路",
    "公园一路",
    "劳动巷",
    "南门外大街",
    "前进胡同",
    "棉花地巷",
    "体育场路",
)
COURTS = (
    "翰林雅居",
    "东方明珠",
    "金域蓝湾",
    "和谐家园",
    "荣盛华府",
    "凤凰城二期",
    "铁路新村",
    "棉纺厂家属院",
    "书香门第",
    "绿地公馆",
    "碧水云天",
    "安居小区",
    "育才苑",
    "新天地花园",
)
TOWNS = ("青龙镇", "大桥镇", "团结乡", "城关街道", "沙坪坝街道", "白石镇", "河口乡")
VILLAGES = ("石板村", "五星村", "前锋村", "杨柳湾村", "大院子村", "上河村", "王家寨村", "双龙村")
HAMLETS = ("大湾", "老屋", "新屋", "何家", "下坪", "竹林", "学堂")
CHINESE = "一二三四五六七八九十"


class Person(Chance):
    """Names by their real variety, and addresses as people write them."""

    def name(self) -> str:
        chance = self.random()
        if chance < 0.02:
            return self.choice(MINORITY)
        surname = self.choice(COMPOUND) if chance < 0.05 else self.choice(SURNAMES)
        return surname + "".join(self.choice(GIVEN) for _ in range(self.choice([1, 2, 2, 2])))

    def masked(self) -> str:
        return f"{self.choice(SURNAMES)}{self.choice(['某', '某某', '*', '**', '×', '××', '先生', '女士'])}"

    def number(self, most: int) -> str:
        return str(self.randrange(1, most))

    def home(self) -> str:
        return (
            self.choice(PROVINCES)
            + self.choice(
                (self.flat, self.house, self.country, self.country, self.estate, self.old)
            )()
        )

    def flat(self) -> str:
        street, court = self.choice(STREETS), self.choice(COURTS)
        return f"{street}{self.number(400)}号{court}{self.number(30)}{self.choice(['栋', '幢', '号楼', '座'])}{self.number(5)}单元{self.number(30)}{self.choice(['01', '02', '03'])}{self.choice(['室', '', '号', '房'])}"

    def house(self) -> str:
        street = self.choice(STREETS)
        return self.choice(
            [
                f"{street}{self.number(300)}号",
                f"{street}{self.number(300)}号附{self.number(9)}号",
                f"{street}{self.number(90)}弄{self.number(40)}号{self.number(7)}0{self.number(5)}室",
                f"{street}甲{self.number(90)}号院{self.number(9)}号楼{self.number(6)}门{self.number(7)}02",
                f"{street}{self.number(90)}-{self.number(30)}号",
            ]
        )

    def country(self) -> str:
        village = self.choice(TOWNS) + self.choice(VILLAGES)
        return self.choice(
            [
                f"{village}{self.choice(CHINESE)}组",
                f"{village}{self.number(12)}组{self.number(90)}号",
                f"{village}第{self.choice(CHINESE)}村民小组",
                f"{village}{self.choice(HAMLETS)}组{self.number(60)}号",
                f"{village}{self.number(200)}号",
                f"{village}{self.choice(CHINESE)}社",
                f"{village}{self.choice(CHINESE)}队{self.number(60)}号",
                f"{self.choice(VILLAGES)}{self.choice(HAMLETS)}组",
            ]
        )

    def estate(self) -> str:
        court = self.choice(COURTS)
        return self.choice(
            [
                f"{court}{self.number(30)}栋{self.number(20)}04",
                f"{court}{self.number(30)}-{self.number(4)}-{self.number(30)}01",
                f"{court}{self.number(30)}#{self.number(4)}-{self.number(18)}02",
                f"{court}{self.choice('ABCD')}座{self.number(30)}05",
                f"{court}{self.number(30)}幢{self.choice(CHINESE)}单元{self.number(9)}02室",
            ]
        )

    def old(self) -> str:
        return self.choice(
            [
                f"{self.choice(COURTS)}{self.number(9)}号楼东单元{self.number(7)}楼西户",
                f"{self.choice(STREETS)}{self.number(90)}号宿舍{self.number(7)}楼{self.number(4)}号",
                f"{self.choice(COURTS)}{self.number(9)}栋{self.choice(CHINESE[:5])}楼左户",
            ]
        )


HEADS = {"id": "身份证号码", "mobile": "联系电话", "card": "银行账号", "home": "住址"}


def private(c: Chance, what: str) -> str:
    """What is private, as it is written."""
    if what == "home":
        return c.home()
    number = {"id": c.identity, "mobile": c.mobile, "card": c.card}[what]()
    return number if what == "mobile" else c.written(number)
