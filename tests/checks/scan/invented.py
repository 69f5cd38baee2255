"""What invented names are made of, and how what is private is written."""

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
HEADS = {"id": "身份证号码", "mobile": "联系电话", "card": "银行账号", "home": "住址"}


def private(c: Chance, what: str) -> str:
    """What is private, as it is written."""
    if what == "home":
        return c.home()
    number = {"id": c.identity, "mobile": c.mobile, "card": c.card}[what]()
    return number if what == "mobile" else c.written(number)
