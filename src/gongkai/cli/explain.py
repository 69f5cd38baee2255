"""`gongkai explain`: what an article, a number, an outcome, a term or a rule is, and its source."""

import json

import click

from gongkai.cli.explanations import Explanation, explanation
from gongkai.cli.inputs import output_format


def as_text(found: Explanation) -> str:
    lines = [found.title]
    lines += [f"  {label}：{said}" for label, said in found.lines]
    return "\n".join(lines)


def as_json(found: Explanation) -> str:
    said = {
        "topic": found.topic,
        "kind": found.kind,
        "title": found.title,
        "details": [{"label": label, "text": text} for label, text in found.lines],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


@click.command("explain")
@click.argument("topic", metavar="条款、参数、结果、术语或规则")
@output_format("text", "json")
def command(*, topic: str, output: str) -> None:
    """说明一项条款、参数、办理结果、术语或检查规则，例如 art33、request.reply_days、A01。"""
    found = explanation(topic)
    if found is None:
        raise click.UsageError(
            f"没有“{topic}”的说明；可以写条款 art33、参数 request.reply_days、"
            "结果 outcome:partly_granted、规则 A01 或者一个术语"
        )
    click.echo(as_json(found) if output == "json" else as_text(found))
