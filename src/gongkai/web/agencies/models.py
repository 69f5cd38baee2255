from django.db import models

from gongkai.web.accounts.models import Person


class Role(models.TextChoices):
    """What a person is in a body."""

    SECTION = "section", "科室经办人"
    OFFICER = "officer", "信息公开经办人"
    CONFIDENTIALITY = "confidentiality", "保密审查员"
    LEGAL = "legal", "法制审核员"
    OFFICE_HEAD = "office_head", "信息公开工作机构负责人"
    LEADER = "leader", "分管领导"
    HEAD = "head", "主要负责人"
    SUPERVISOR = "supervisor", "主管部门工作人员"
    DISPATCHER = "dispatcher", "网格派件员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


ADMINISTRATORS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
"""三员: nobody may hold two of them."""


class Body(models.Model):
    """A public body. Its place in the tree is kept as a path for listing."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "人民政府"
        DEPARTMENT = "department", "政府部门"
        STREET = "street", "街道办事处"
        TOWNSHIP = "township", "乡镇人民政府"
        INSTITUTION = "institution", "事业单位"
        ENTERPRISE = "enterprise", "公共企事业单位"

    code = models.SlugField("代号", max_length=40, unique=True)
    name = models.CharField("全称", max_length=120)
    short_name = models.CharField("简称", max_length=60)
    kind = models.CharField("类别", max_length=16, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=400, db_index=True)
    """Codes from the root down, each followed by a stroke: `district/office/`."""
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    region_code = models.CharField("行政区划代码", max_length=12, blank=True)
    office = models.CharField("信息公开工作机构", max_length=120, blank=True)
    address = models.CharField("办公地址", max_length=200, blank=True)
    hours = models.CharField("办公时间", max_length=200, blank=True)
    telephone = models.CharField("办公电话", max_length=40, blank=True)
    fax = models.CharField("传真", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    complaints = models.CharField("监督电话", max_length=60, blank=True)
    duties = models.TextField("机构职能", blank=True)
    supervises = models.BooleanField("主管本级政府信息公开工作", default=False)
    sample = models.BooleanField(default=False)
    since = models.DateField("成立日期", null=True, blank=True)
    until = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        ordering = ("path",)

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """What a body was called until a day."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=120)
    until = models.DateField()


class Succession(models.Model):
    """Functions of one body that another took over on a day, in whole or in part."""

    former = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successors")
    successor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="predecessors")
    on = models.DateField()
    functions = models.CharField(max_length=300)
    whole = models.BooleanField()


class Section(models.Model):
    """A section 科室 of a body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sections")
    name = models.CharField("科室名称", max_length=80)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="section_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A person holds a role in a body from a day on."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="posts")
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.PROTECT)
    role = models.CharField("岗位", max_length=20, choices=Role)
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)
    """The first day on which the person no longer holds it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "body", "role"],
                condition=models.Q(until=None),
                name="post_held_once",
            )
        ]


class GroupMember(models.Model):
    """A seat in the leading group 政务公开领导小组, as the published list names it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="leading_group")
    order = models.PositiveSmallIntegerField()
    seat = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    office = models.CharField(max_length=120)
    duty = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("order",)
