"""The fee, and how it is paid."""

from django.db import models

from gongkai.web.requests.models.case import Request


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
