# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Ways in which the sandbox misbehaves, for Sandbox.misbehave(): app/sandbox/README.md tells what
each member means. Where HTTP itself is broken, rawserver.py has the ways.
"""

HTML = "<html><head><title>Gateway</title></head><body>Sign in to the network</body></html>"
PAGE = {"Content-Type": "text/html"}


def lost(operation="end"):
    """The connection is dropped, and nothing done."""
    return {"operation": operation, "phase": "before", "effect": "cut"}


def done_and_lost(operation="end"):
    return {"operation": operation, "phase": "after", "effect": "cut"}


def silent(operation="end"):
    """Nothing is done, and no answer comes."""
    return {"operation": operation, "phase": "before", "effect": "silence"}


def late(seconds, operation="end"):
    """Done at once and told later."""
    return {"operation": operation, "phase": "after", "effect": "delay",
            "delay_ms": round(seconds * 1000)}


def said(status, body=None, operation="end", headers=None):
    """That answer, and nothing done. operation None: to whatever is asked."""
    return {name: value for name, value in {
        "operation": operation, "phase": "before", "effect": "status", "status": status,
        "headers": headers, "body": body}.items() if value is not None}


def page(status, operation="end", headers=None):
    return said(status, HTML, operation, PAGE | (headers or {}))


def broken_off(operation="end", **after):
    """The answer ends too early: after_bytes=12, or after_body_bytes=20."""
    return {"operation": operation, "phase": "answer", "effect": "cut"} | after


def stale(reads=1, operation="end"):
    """Done, and not yet seen by the reads that follow."""
    return {"operation": operation, "effect": "stale", "reads": reads}


FORBIDDEN = (403, '{"message":"Access is denied","exception":'
             '"org.springframework.security.access.AccessDeniedException"}')
UNAUTHORIZED = {"WWW-Authenticate": 'Basic realm="anything"'}
TRUNCATED = '{"service_id":"36981723","started":{"timest'
