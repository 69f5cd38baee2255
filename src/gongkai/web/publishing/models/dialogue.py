"""What a body asks the public and what the public asks it: consultations, questions, proposals."""

from django.db import models

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item
from gongkai.web.vault.models import Holder


class Consultation(models.Model):
    """A draft put before the public for opinions, or a survey. Its stage follows from its days."""

    class Kind(models.TextChoices):
        OPINIONS = "opinions", "民意征集"
        SURVEY = "survey", "问卷调查"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="consultations")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    title = models.CharField("标题", max_length=200)
    about = models.TextField("背景和内容")
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="consultations"
    )
    """The draft or the document it is about."""
    questions = models.JSONField("问题", default=list, blank=True)
    """Of a survey: key, text, type (one, several, text), choices."""
    since = models.DateField("开始日期")
    until = models.DateField("截止日期")
    major = models.BooleanField("重大行政决策草案", default=False)
    short_why = models.CharField("期限较短的理由", max_length=200, blank=True)
    named = models.BooleanField("实名提交", default=False)
    contact = models.CharField("其他反馈渠道", max_length=200)
    published = models.DateTimeField(null=True)
    result = models.TextField("结果和采纳情况", blank=True)
    result_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-since"], name="consultation_latest")]
        ordering = ("-since", "-pk")

    def __str__(self) -> str:
        return self.title


class Opinion(models.Model):
    """What one person said. Words and identity lie in the vault; what is published is a gist."""

    class Verdict(models.TextChoices):
        ADOPTED = "adopted", "采纳"
        PARTLY = "partly", "部分采纳"
        NOT_ADOPTED = "not_adopted", "未采纳"
        BESIDE = "beside", "与本次征集无关"

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="opinions"
    )
    at = models.DateTimeField()
    holder = models.OneToOneField(Holder, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict)
    """Key of a question → the choices taken."""
    digest = models.CharField(max_length=64)
    """Tells that the same was sent before."""
    verdict = models.CharField("采纳情况", max_length=12, choices=Verdict, blank=True)
    gist = models.CharField("意见摘要", max_length=200, blank=True)
    why = models.CharField("理由", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "digest"], name="opinion_once")
        ]
        ordering = ("pk",)


class Question(models.Model):
    """A question to a body. The public reads what the body made of it, and the answer."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="questions")
    number = models.CharField(max_length=30, unique=True)
    code = models.CharField(max_length=64)
    """Digest of the code with which the asker follows it."""
    holder = models.OneToOneField(Holder, on_delete=models.PROTECT, related_name="+")
    asked = models.DateTimeField()
    due = models.DateField()
    wants_public = models.BooleanField("同意公开问题和答复", default=True)
    title = models.CharField("问题", max_length=100)
    """As shown: the clerk's words, once it is answered."""
    text = models.TextField("问题详情（公开内容）", blank=True)
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField(null=True)
    public = models.BooleanField(default=False)
    by = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-asked"], name="question_latest")]
        ordering = ("-asked",)

    def __str__(self) -> str:
        return self.title


class Proposal(models.Model):
    """A proposal or motion 建议提案 that a body has to answer; its reply is published."""

    class Kind(models.TextChoices):
        DEPUTY = "deputy", "人大代表建议"
        COMMITTEE = "committee", "政协提案"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField("类别", max_length=10, choices=Kind)
    session = models.CharField(
        "届次", max_length=60, help_text="例如：某区第十五届人民代表大会第六次会议"
    )
    number = models.CharField("编号", max_length=20)
    title = models.CharField("标题", max_length=200)
    received_on = models.DateField("交办日期")
    due = models.DateField("答复期限", help_text="按交办单写明的日期填写")
    replied_on = models.DateField("答复日期", null=True, blank=True)
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    """The published reply."""
    kept_back = models.CharField("不公开的理由", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "session", "number"], name="proposal_once"
            )
        ]
        ordering = ("-received_on", "-pk")

    def __str__(self) -> str:
        return self.title
