from django.db import models

from gongkai.law.request.lifecycle import Stage
from gongkai.law.request.own_data import CorrectionStage
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Section
from gongkai.web.files.models import Upload
from gongkai.web.vault.models import Holder


class Applicant(models.TextChoices):
    """The columns of table two."""

    NATURAL_PERSON = "natural_person", "自然人"
    BUSINESS = "business", "商业企业"
    RESEARCH = "research", "科研机构"
    SOCIAL_ORGANISATION = "social_organisation", "社会公益组织"
    LEGAL_SERVICE = "legal_service", "法律服务机构"
    OTHER_ORGANISATION = "other_organisation", "其他组织"


class Delivery(models.TextChoices):
    """How the applicant wants to have the answer."""

    ONLINE = "online", "在本网站查看下载"
    EMAIL = "email", "电子邮件"
    POST = "post", "邮寄"
    COLLECT = "collect", "自行领取"


class Counter(models.Model):
    """The last number given in a series of a body and year; held while one is given."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "series", "year"], name="counter_once")
        ]


class Standing(models.Manager):
    """All applications but those that were struck out."""

    def get_queryset(self) -> models.QuerySet["Request"]:
        return super().get_queryset().filter(struck=None)


class Request(models.Model):
    """One application. What happened to it is its entries; the rest is who and what.

    Who applied, how to reach them and what they asked in their own words lie in the vault.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="requests")
    number = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=64)
    """Keyed digest of the query code."""
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    """The account it was made from, if any."""
    applicant = models.CharField("申请人类别", max_length=24, choices=Applicant)
    topic = models.CharField("所需信息名称", max_length=200)
    """What lists show: identity and telephone numbers taken out."""
    delivery = models.CharField("获取方式", max_length=8, choices=Delivery)
    channel = models.CharField(max_length=16)
    """The name of a `law.request.receipt.Channel`."""
    own_number = models.CharField(max_length=40, blank=True)
    """Its number in the ledger that it was imported from."""
    struck = models.DateTimeField(null=True)
    """When it was struck out because it had been imported by mistake."""
    made = models.DateTimeField()
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.PROTECT)
    lead = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="leads"
    )
    assisting = models.ManyToManyField(Section, related_name="assists")
    origin = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="successors"
    )
    """The application this is a part of, or that was forwarded to this body."""
    joined = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joint")
    """The application with which it is handled and answered together."""

    # Copies of what the entries say, for listing and counting; `gongkai rebuild` makes them anew.
    stage = models.CharField(max_length=24, default="SUBMITTED")
    received = models.DateField(null=True)
    due = models.DateField(null=True)
    due_provisional = models.BooleanField(default=False)
    closed = models.DateField(null=True)
    """The day it ended for the first time: the year in which it is counted as handled."""
    answer = models.CharField(max_length=40, blank=True)
    row = models.CharField(max_length=40, blank=True)
    """Its row in table two; empty where it counts in none."""
    counted = models.BooleanField(default=False)

    objects = Standing()

    class Meta:
        indexes = [
            models.Index(fields=["body", "own_number"], name="request_by_own_number"),
            models.Index(fields=["body", "stage", "due"], name="request_by_due"),
            models.Index(
                fields=["body", "received", "closed", "row", "applicant"],
                condition=models.Q(counted=True),
                name="request_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def stage_name(self) -> str:
        """The stage as a clerk reads it."""
        return Stage[self.stage].value


class Entry(models.Model):
    """One act on one day, as it happened. Only added, never changed (see the migrations)."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=24)
    on = models.DateField()
    details = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    by_id = models.CharField(max_length=64)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["request", "number"], name="entry_once")]


class SavedFilter(models.Model):
    """A list that somebody wants again, by the name they gave it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="request_filters")
    name = models.CharField(max_length=30)
    query = models.CharField(max_length=300)
    """The part of the address after the question mark."""

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="filter_once")]


class Note(models.Model):
    """What colleagues tell each other about a case. Its words lie in the vault as `note:id`."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="notes")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class SearchLog(models.Model):
    """Where was searched and what came of it: evidence for an answer that nothing is held.

    The words that were searched for lie in the vault as `search:id`.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="searches")
    on = models.DateField()
    place = models.CharField(max_length=100)
    found = models.BooleanField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "pk")


class Forwarding(models.Model):
    """An application given to another body of the installation, and what became of that."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="forwardings")
    to = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="forwarded_here")
    reason = models.CharField(max_length=200)
    successor = models.OneToOneField(
        Request, on_delete=models.PROTECT, related_name="forwarded_from"
    )
    """The application as the receiving body handles it."""
    sent = models.DateField()
    accepted = models.DateField(null=True)
    returned = models.DateField(null=True)
    return_reason = models.CharField(max_length=200, blank=True)
    chased = models.PositiveSmallIntegerField(default=0)
    chased_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)


class Consultation(models.Model):
    """A third party or another body that was asked, with the way by which it answers.

    Who it is, what it is asked about and what it said lie in the vault under a key of its own:
    name, phone, email, address, about, reply.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="consultations")
    number = models.CharField(max_length=40, unique=True)
    """Names it in the record of the application, too."""
    code = models.CharField(max_length=64)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    third_party = models.BooleanField()
    sent = models.DateField(null=True)
    """None while its letter is not out: the period runs on."""
    due = models.DateField(null=True)
    closed = models.DateField(null=True)
    agrees = models.BooleanField(null=True)
    """None while it is open, and where it stayed silent."""

    class Meta:
        ordering = ("pk",)


class Extension(models.Model):
    """A request that the period be extended, which the head of the disclosure office decides."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="extensions")
    days = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200)
    asked_by = models.CharField(max_length=120)
    asked = models.DateTimeField()
    approved = models.BooleanField(null=True)
    decided_by = models.CharField(max_length=120, blank=True)
    decided = models.DateTimeField(null=True)
    opinion = models.CharField(max_length=200, blank=True)
    told = models.DateField(null=True)
    """The day on which the applicant was told: it is in force from then on."""

    class Meta:
        ordering = ("pk",)


class Fee(models.Model):
    """A decided fee: on what it is counted, the notice, how it was paid."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="fees")
    basis = models.CharField(max_length=8)
    """The value of a `law.fee.tariff.Basis`."""
    units = models.PositiveIntegerField()
    earlier = models.PositiveIntegerField(default=0)
    """Applications of the same applicant before it in the month."""
    yuan = models.PositiveIntegerField()
    noticed = models.DateField(null=True)
    """None while the notice is not out: the period runs on."""
    due = models.DateField(null=True)
    paid = models.DateField(null=True)
    slip = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("pk",)


class PaymentOrder(models.Model):
    """A fee as it is paid at a payment platform. What its answers say is entered here at once;
    what is doubtful a clerk decides.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待缴"
        PAID = "paid", "已到账"
        DOUBTFUL = "doubtful", "需要核实"
        CLEARED = "cleared", "已核实"
        CLOSED = "closed", "已关闭"

    fee = models.ForeignKey(Fee, on_delete=models.PROTECT, related_name="orders")
    name = models.CharField(max_length=60, unique=True)
    """Ours, by which the platform knows it."""
    fen = models.PositiveIntegerField()
    code = models.CharField(max_length=40, blank=True)
    """缴款码; empty until the platform has taken the order."""
    address = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    paid = models.DateTimeField(null=True)
    paid_fen = models.PositiveIntegerField(null=True)
    receipt = models.CharField(max_length=60, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    """How what was doubtful was cleared."""
    made = models.DateTimeField()
    following = models.DateTimeField(null=True)
    """When the platform is asked next; null when it is not."""
    looked = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=["state", "following"], name="order_to_look_at")]


class Rating(models.Model):
    """Whether the answer served. What else was said lies in the vault as `rating`."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="rating")
    served = models.BooleanField()
    at = models.DateTimeField()


class Draft(models.Model):
    """An application begun and not yet handed in. Its fields lie in the vault, for a month."""

    key = models.CharField(max_length=64, unique=True)
    """Keyed digest of the code with which it is taken up again."""
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    at = models.DateTimeField()


class DueMoved(models.Model):
    """A last day that moved because the calendar changed, told on the case."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="moved")
    before = models.DateField(null=True)
    after = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class RecordCorrection(models.Model):
    """Somebody asks that what a body's records say of them be corrected (article 41).

    Who, what is wrong and the evidence lie in the vault.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="record_corrections")
    number = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=64)
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL)
    topic = models.CharField(max_length=200)
    stage = models.CharField(max_length=24, default="ASKED")
    """A copy of what the entries say, for listing."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number

    @property
    def stage_name(self) -> str:
        """The stage as a clerk reads it."""
        return CorrectionStage[self.stage].value


class CorrectionEntry(models.Model):
    """One act of a correction on one day. Only added, never changed (see the migrations).

    What was told to the applicant lies in the vault as `told:number`.
    """

    correction = models.ForeignKey(
        RecordCorrection, on_delete=models.PROTECT, related_name="entries"
    )
    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=24)
    on = models.DateField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["correction", "number"], name="correction_entry_once")
        ]


class LetterHead(models.Model):
    """What a body's letters need beside its name: series of numbers, who reviews its answers."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="letter_head")
    series = models.CharField("机关代字", max_length=40, blank=True)
    authorities = models.CharField("行政复议机关", max_length=200, blank=True)
    """Full names; several with a stop 、 between them, the applicant chooses."""
    court = models.CharField("人民法院", max_length=100, blank=True)
    channel = models.CharField("网上申请行政复议的渠道", max_length=200, blank=True)


class Template(models.Model):
    """A version of a letter's wording, or of its Word file; of one body or the installation.

    The newest not retired is in force; the wording that comes with the platform where there is
    none. Nothing is changed in a version, for letters name the one they were made with.
    """

    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=4)
    version = models.PositiveSmallIntegerField()
    title = models.CharField("文书标题", max_length=80, blank=True)
    text = models.TextField("正文模板", blank=True)
    upload = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    since = models.DateTimeField()
    retired = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)


class Letter(models.Model):
    """A letter of the case, from draft to sent.

    Its text and the one it is addressed to lie in the vault, under the applicant.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草拟"
        REVIEW = "review", "审签中"
        SEALED = "sealed", "已编号、待送达"
        ISSUED = "issued", "已发出"
        VOID = "void", "作废"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="letters")
    code = models.CharField(max_length=4)
    """L1 … D18, of `law.outcome.letters`."""
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    answer = models.CharField(max_length=40, blank=True)
    """The name of the AnswerKind that a decision carries."""
    withheld = models.JSONField(default=list)
    details = models.JSONField(default=dict)
    """Those of the act that a letter on the way is, as data (`law.request.exchange`)."""
    title = models.CharField(max_length=80, blank=True)
    template = models.ForeignKey(Template, null=True, on_delete=models.PROTECT)
    """The version it was made with; None for the wording that comes with the platform."""
    built_in = models.CharField(max_length=16, blank=True)
    """The version of that wording."""
    edited = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    """The Word file that is the letter, where it was edited outside; else it is made anew."""
    number = models.CharField(max_length=60, blank=True)
    """文号, given when it is sealed."""
    issued = models.DateField(null=True)
    """The day it bears."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class Paper(models.Model):
    """A file of a letter: each version edited in Word, what was numbered, its print, its scan."""

    class Kind(models.TextChoices):
        EDITED = "edited", "Word 修改稿"
        NUMBERED = "numbered", "编号后的 Word"
        PRINT = "print", "编号后的 PDF"
        SCAN = "scan", "盖章扫描件"
        PROOF = "proof", "送达凭证"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=8, choices=Kind)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)


class Service(models.Model):
    """How a letter reached the one it is for; the day of service follows from it (235号)."""

    class Means(models.TextChoices):
        PORTAL = "portal", "本网站查看下载"
        EMAIL = "email", "电子邮件"
        POST = "post", "邮政邮寄"
        IN_PERSON = "in_person", "当面交付"
        ENTRUSTED = "entrusted", "委托其他行政机关送达"

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="services")
    means = models.CharField("送达方式", max_length=10, choices=Means)
    handed_over = models.DateField("交付日期")
    reached = models.DateField("签收或者到达日期", null=True)
    tracking = models.CharField("邮件号码", max_length=40, blank=True)
    note = models.CharField("备注", max_length=200, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)


class IncomingMail(models.Model):
    """A message that came to the mailbox of a body, and what a clerk said that it is.

    Who wrote it and what it says lie in the vault: name, email, mail:subject, mail:text,
    mail:faults (a sentence a line). Its files are uploads of this row until they go to a case.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待处理"
        REGISTERED = "registered", "已登记为申请"
        JOINED = "joined", "已并入案件"
        ASIDE = "aside", "已搁置"

    class Why(models.TextChoices):
        """Why it is set aside; the first four are told from headers."""

        REPLY = "reply", "自动回复"
        BOUNCE = "bounce", "退信"
        SPAM = "spam", "垃圾邮件"
        BULK = "bulk", "群发邮件"
        PETITION = "petition", "咨询、信访、投诉举报"
        TWICE = "twice", "与已有申请重复"
        OTHER = "other", "其他，不是政府信息公开申请"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mails")
    fingerprint = models.CharField(max_length=64)
    """Keyed digest of what the sender wrote: the same message found elsewhere is no second one."""
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT)
    topic = models.CharField(max_length=200)
    """Its subject as lists show it: identity and telephone numbers taken out."""
    arrived = models.DateTimeField()
    """When the mailbox got it."""
    taken = models.DateTimeField()
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    why = models.CharField(max_length=8, choices=Why, blank=True)
    remark = models.CharField(max_length=200, blank=True)
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, related_name="mails")
    settled_by = models.CharField(max_length=120, blank=True)
    settled = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-arrived", "-pk")
        constraints = [models.UniqueConstraint(fields=["body", "fingerprint"], name="mail_once")]
        indexes = [models.Index(fields=["body", "state", "-arrived"], name="mail_by_state")]

    def __str__(self) -> str:
        return self.topic


class MailPlace(models.Model):
    """Where a message was found; one that was found is never fetched again."""

    mail = models.ForeignKey(IncomingMail, on_delete=models.CASCADE, related_name="places")
    folder = models.CharField(max_length=300)
    """user@host/folder."""
    validity = models.PositiveBigIntegerField()
    uid = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "validity", "uid"], name="mail_place_once")
        ]


class MailRound(models.Model):
    """How the last look into the mailbox of a body went, and when the next one is due."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="mail_round")
    looked = models.DateTimeField(null=True)
    """When the server last answered."""
    following = models.DateTimeField()
    failed = models.PositiveSmallIntegerField(default=0)
    """How often in a row."""
    fault = models.CharField(max_length=300, blank=True)


class Material(models.Model):
    """A paper held by the body that is disclosed with parts blacked out.

    The original stays under lock; only what was burnt is given out.
    """

    class State(models.TextChoices):
        OPEN = "open", "待遮盖"
        WAITING = "waiting", "正在生成"
        BURNT = "burnt", "已遮盖"
        FAILED = "failed", "没有成功"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="materials")
    original = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")
    pages = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    """The original as PDF, where it was a Word file; None where it has pages itself."""
    boxes = models.JSONField(default=list)
    """What is blacked out: [page, left, top, width, height] in mm, and why."""
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    fault = models.CharField(max_length=200, blank=True)
    burnt = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    given = models.BooleanField(default=False)
    """Whether the applicant gets it with the answer."""
    made = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
