#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Checks what the compiler does not: which room may use which, and the budgets.

    check.py ROOT        prints one line for each breach; the exit code is 1 if there is any

A room is a folder of app/; ui/ is one more. The table below is the table of arrows of the design.
"""

import re
import sys
from pathlib import Path

FOUNDATION = ["contract", "json"]
APP = FOUNDATION + ["client", "environments", "journal", "find", "close", "sandbox", "process",
                    "cli"]

# room: the rooms that it may use besides itself; a file alone where only that file is meant
ARROWS = {
    "contract": [],
    "json": [],
    "client": FOUNDATION,
    "environments": FOUNDATION + ["client/connection.h"],
    "journal": FOUNDATION,
    "find": FOUNDATION + ["client", "environments"],
    "close": FOUNDATION + ["client", "environments", "journal", "find"],
    "sandbox": FOUNDATION,
    "process": [],
    "cli": APP,
    "ui": [room for room in APP if room != "cli"],
    "main": APP + ["ui"],  # app/main.cpp, the window's start
}

# A room of ui/: the rooms of ui/ that it may use besides itself. What stands beside them (the main
# window, the workspace) brings them together and may use all; they use none of it.
UI_ARROWS = {
    "widgets": [],
    "payload": ["widgets"],
    "find": ["widgets"],
    "close": ["widgets", "payload"],
    "journal": ["widgets"],
    "environments": ["widgets"],
    "sandbox": ["widgets"],
}

GUI = r"Qt(Gui|Widgets|Svg\w*|OpenGL\w*|PrintSupport|Quick\w*|Qml\w*)/.*"
NETWORK = r"QtNetwork/.*"
SENDING = (r"QtNetwork/Q(NetworkAccessManager|NetworkReply|NetworkRequest|TcpSocket|TcpServer"
           r"|SslSocket|UdpSocket|LocalSocket|LocalServer)")
DISK = (r"QtSql/.*|QtCore/Q(File\w*|SaveFile|Dir\w*|Temporary\w*|Settings|StandardPaths|LockFile"
        r"|StorageInfo)|fstream|filesystem|cstdio")
SQL = r"QtSql/.*"

# room: the outside headers that it must not use
NEVER = {
    "contract": [NETWORK, DISK, GUI],
    "json": [NETWORK, DISK, GUI],
    "client": [DISK, GUI],
    "environments": [SENDING, SQL, GUI],
    "journal": [NETWORK, GUI],
    "find": [GUI],
    "close": [SQL, GUI],
    "sandbox": [GUI],
    "process": [NETWORK, DISK, GUI],
    "cli": [SQL, GUI],
    "ui": [r"QtNetwork/QNetworkAccessManager", SQL],
}

MAX_FILE = 600
MAX_FUNCTION = 80

SOURCES = {".cpp", ".h"}
FOLDERS = ["app", "ui", "tests", "installer"]
DATA = "tests/data"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"', re.DOTALL)
TYPE = re.compile(r"^(template\s*<.*>\s*)?(class|struct|union|enum)\b")


def files(root, suffixes=None):
    candidates = [path for path in root.iterdir() if path.is_file()]
    for folder in FOLDERS:
        candidates += (root / folder).rglob("*")
    for path in sorted(candidates):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not name.startswith(DATA) and "__pycache__" not in name:
            if suffixes is None or path.suffix in suffixes:
                yield name, path.read_text(encoding="utf-8")


def room_of(name):
    parts = name.split("/")
    if parts[0] == "ui":
        return "ui"
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    return "main" if name == "app/main.cpp" else None


def without_comments(text):
    """The code alone; line breaks stay, so that lines keep their numbers."""
    return COMMENT_OR_STRING.sub(lambda match: re.sub(r"[^\n]+", " ", match[0]), text)


def check_arrows(name, text, root):
    room = room_of(name)
    if room is None:
        return
    if room not in ARROWS:
        yield f"{name}: {room} is no room of the design"
        return
    for kind, header in INCLUDE.findall(text):
        if kind == "<":
            for pattern in NEVER.get(room, []):
                if re.fullmatch(pattern, header):
                    yield f"{name}: {room} must not use <{header}>"
            is_model = room == "ui" and Path(name).stem.endswith("model")
            if is_model and header.startswith("QtWidgets/"):
                yield f"{name}: a model must not use <{header}>"
            continue
        target = header.split("/")[0]
        if header == "result.h" or target == room or header in ARROWS[room]:
            continue
        own_folder = "/" not in header and (root / name).with_name(header).exists()
        if own_folder or header == Path(name).stem + ".moc":
            continue
        if target not in ARROWS[room]:
            yield f"{name}: {room} must not use \"{header}\""


def check_ui_arrows(name, text):
    parts = name.split("/")
    if parts[0] != "ui" or len(parts) < 3:
        return
    if parts[1] not in UI_ARROWS:
        yield f"{name}: ui/{parts[1]} is no room of the design"
        return
    for kind, header in INCLUDE.findall(text):
        target = header.split("/")
        if kind == '"' and target[0] == "ui":
            inside = target[1] if len(target) > 2 else None
            if inside != parts[1] and inside not in UI_ARROWS[parts[1]]:
                yield f"{name}: ui/{parts[1]} must not use \"{header}\""


def check_include_form(name, text):
    for kind, header in INCLUDE.findall(text):
        is_qt = re.match(r"Q|qt?[a-z]+\.h", header) and kind == "<"
        if is_qt and not re.fullmatch(r"Qt[A-Z]\w*/Q\w+", header):
            yield f"{name}: write <QtModule/Class> instead of <{header}>"


def check_words(name, text):
    """JSON never goes through Qt's lossy types; message boxes and nested loops live in ui alone."""
    room = room_of(name)
    if room is None:
        return
    code = without_comments(INCLUDE.sub("", text)) + " ".join(h for _, h in INCLUDE.findall(text))
    lossy = [r"QJson\w+", r"QVariant(Map|Hash)"]
    if room not in ["journal", "sandbox", "ui"]:  # rows of SQL, roles of models
        lossy.append(r"QVariant\w*")
    for word in {match[0] for pattern in lossy for match in re.finditer(rf"\b{pattern}\b", code)}:
        yield f"{name}: {word} loses what JSON says"
    if room not in ["client", "close"]:
        for word in re.findall(r"\b(?:client::complete(?:Service|Task)|Method::Post)\b", code):
            yield f"{name}: {word} would send past the run, its permit and its journal"
    if room == "ui":
        return
    for word in re.findall(r"\b(QMessageBox|processEvents)\b", code):
        yield f"{name}: {word} belongs in ui"
    if "QEventLoop" in code and room != "cli":
        yield f"{name}: QEventLoop belongs in ui, and once in cli"


def check_one_loop(texts):
    holders = [name for name, text in texts
               if room_of(name) == "cli"
               and re.search(r"\bQEventLoop\s+\w+", without_comments(text))]
    if len(holders) > 1:
        yield f"{', '.join(holders)}: the command line has one event loop"


def check_budgets(name, text):
    lines = text.splitlines()
    if len(lines) > MAX_FILE:
        yield f"{name}: {len(lines)} lines, {MAX_FILE} are allowed"
    for first, last in functions(without_comments(text).splitlines()):
        length = last - first + 1
        if length > MAX_FUNCTION:
            yield f"{name}:{first + 1}: a function of {length} lines, {MAX_FUNCTION} are allowed"


def functions(lines):
    """First and last line of each body whose brace stands alone, as the house style has it."""
    for opening, line in enumerate(lines):
        if line.strip() != "{":
            continue
        indent = line[:len(line) - len(line.lstrip())]
        head = opening
        while head > 0 and lines[head - 1].strip() and lines[head - 1].strip()[-1] not in "{};":
            head -= 1
        heading = " ".join(part.strip() for part in lines[head:opening])
        if ")" not in heading or TYPE.match(heading):
            continue
        for closing in range(opening + 1, len(lines)):
            if lines[closing].rstrip() in (indent + "}", indent + "};"):
                yield head, closing
                break


def check_licence(name, text):
    is_source = (Path(name).suffix in SOURCES | {".py", ".cmake", ".sh"}
                 or Path(name).name in ["CMakeLists.txt", "dev"])
    if is_source and not ("SPDX-FileCopyrightText: " in text[:200]
                          and "SPDX-License-Identifier: MIT" in text[:200]):
        yield f"{name}: the two SPDX lines are missing"


def check(root):
    root = Path(root)
    breaches = []
    sources = list(files(root, SOURCES))
    if not any(room_of(name) for name, _ in sources):
        return [f"{root}: there is no room here to check"]
    for name, text in sources:
        breaches += check_arrows(name, text, root)
        breaches += check_ui_arrows(name, text)
        breaches += check_include_form(name, text)
        breaches += check_words(name, text)
        breaches += check_budgets(name, text)
    breaches += check_one_loop(sources)
    for name, text in files(root):
        breaches += check_licence(name, text)
    return breaches


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    breaches = check(sys.argv[1])
    print("\n".join(breaches), file=sys.stderr)
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
