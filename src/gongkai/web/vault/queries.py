from django.db.models import QuerySet

from gongkai.web.ui.config import Config, config, key_file
from gongkai.web.vault.cipher import KEY_SIZES, Masters, unseal
from gongkai.web.vault.masks import masked
from gongkai.web.vault.models import Holder

MASTER = "master-{}"


def masters(of: Config | None = None) -> Masters:
    """The keys as they lie in the key folder: master-1, master-2 … and index."""
    running = of or config()
    key_file(running, MASTER.format(1), KEY_SIZES[running.cipher])
    found = sorted(running.keys.glob(MASTER.format("*")), key=lambda path: int(path.name[7:]))
    keys = {path.name: key_file(running, path.name) for path in found}
    return Masters(keys, key_file(running, "index"))


def place(holder: Holder, field: str) -> str:
    """What a ciphertext is bound to."""
    return f"{holder.pk}:{field}"


def key_of(holder: Holder) -> bytes | None:
    """The person's own key; None once it is destroyed. For acts, not pages."""
    if holder.wrapped is None:
        return None
    return masters().unwrap(bytes(holder.wrapped), holder.master, str(holder.pk))


def open_all(holder: Holder) -> dict[str, str]:
    """All that is kept of a holder, in the clear; nothing once destroyed. For acts, not pages."""
    key = key_of(holder)
    if key is None:
        return {}
    rows = holder.sealed.all()
    return {row.field: unseal(key, bytes(row.text), place(holder, row.field)) for row in rows}


def shown(holder: Holder) -> dict[str, str]:
    """Everything kept of a holder, masked."""
    return {field: masked(field, value) for field, value in open_all(holder).items()}


def find(field: str, value: str) -> QuerySet[Holder]:
    """The holders with exactly this value."""
    digest = masters().digest(field, value)
    return Holder.objects.filter(traces__field=field, traces__digest=digest).distinct()
