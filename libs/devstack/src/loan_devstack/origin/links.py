"""Where everything is in a development system: a page of links, and lines for the terminal."""

import html
from collections.abc import Iterable, Iterator

from loan_contracts.access import TABLE
from loan_devstack.origin.people import PEOPLE
from loan_devstack.settings import Settings

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Xinliu 信流</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{text-align:left;padding:.2rem 1rem .2rem 0}
code{background:#eee;padding:0 .3em}</style>
<h1>Xinliu 信流</h1><p>The embedded development system.</p>
<h2>Services</h2><table>%s</table>
<h2>Sign-in</h2><p><a href="/auth/.well-known/openid-configuration">discovery</a>; a token for the command line:
<code>python -m loan_devstack token USER</code></p>
<table><tr><th>user</th><th>name</th><th>roles</th><th>branch</th></tr>%s</table></html>"""


def links(services: Iterable[str]) -> str:
    """The page."""
    rows = "".join(
        f'<tr><td>{name}</td><td><a href="/api/{name}/docs">docs</a></td>'
        f'<td><a href="/api/{name}/openapi.json">openapi.json</a></td><td><code>/api/{name}/v1/</code></td></tr>'
        for name in services
    )
    people = "".join(
        "<tr>"
        + "".join(f"<td>{html.escape(text)}</td>" for text in (p.id, p.name, ", ".join(p.roles), p.branch))
        + "</tr>"
        for p in PEOPLE.values()
    )
    return PAGE % (rows, people)


def addresses(settings: Settings) -> Iterator[str]:
    """Where people go, and as whom they sign in there: one a role."""
    if not (settings.console / "index.html").is_file():
        yield f"{settings.edge_url}/services shows where everything is"
        return
    yield f"The console: {settings.edge_url}/ (staff), {settings.edge_url}/b.html (borrowers); its services: /services"
    titles = {role.name: role.title for role in TABLE}
    first = {role: person for person in reversed(PEOPLE.values()) for role in person.roles}
    named = [f"{first[role].id} ({titles[role]})" for role in titles if role in first]
    yield f"Sign in as {', '.join(named)}; no passwords"
