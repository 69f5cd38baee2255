"""Files in a bucket that speaks S3; needs `gongkai[s3]`."""

from botocore.config import Config
from storages.backends.s3 import S3Storage


class Bucket(S3Storage):
    """Private, nothing but what every S3-compatible store knows: no checksums in trailers."""

    def get_default_settings(self) -> dict[str, object]:
        return {
            **super().get_default_settings(),
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,
            "max_memory_size": 64 * 1024**2,
        }

    def __init__(self, *, addressing_style: str, region_name: str, **settings: object):
        told = Config(
            s3={"addressing_style": addressing_style},
            signature_version="s3v4",
            region_name=region_name,
            connect_timeout=10,
            read_timeout=60,
            retries={"max_attempts": 3, "mode": "standard"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(client_config=told, region_name=region_name, **settings)
