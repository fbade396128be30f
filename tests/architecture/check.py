#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Checks what the compiler does not: which room may use which, and the budgets.

    check.py ROOT        prints one line for each breach; the exit code is 1 if there is any

A room is a folder of app/ or ui/ with a CMakeLists.txt, whose USES names the rooms that it may use:
that is the one table of arrows. What stands beside the rooms of ui/ (the main window, the workspace)
is the room that ui/CMakeLists.txt names "ui". This reads the table, holds the includes against it,
and holds the table against the few rules that no table may break.
"""

import re
import sys
from pathlib import Path

ALONE = ["contract", "json", "process"]  # use no other room

# What only a single header is meant of: the room may be named in USES, and gives no more than that.
SINGLE_HEADERS = {("environments", "client"): "client/connection.h"}

# People may take it out: nothing of Context Services in it.
ONLY = {"edit": ["json"]}

# The sandbox is a second, independent reading of the documents.
NOT_FOR_THE_SANDBOX = ["client", "environments", "journal", "find", "close"]

# Of the rooms of ui/, what each other room of ui/ may use.
SHARED_IN_UI = {"ui/widgets": None, "ui/payload": ["ui/close"]}

# Where a room has folders: what else of the room the files of each may use, folders or headers.
# Whatever stands in none of them puts them together.
FOLDERS_OF = {
    "sandbox": {
        "http": ["options.h"],
        "store": [],
        "operations": ["http/handler.h", "http/request.h", "store", "options.h"],
        "demo": ["http/handler.h", "http/request.h", "http/pause.h", "operations", "store",
                 "options.h"]},
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
    "edit": [NETWORK, DISK, GUI],
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
    """The room that a file stands in, as "json", "ui/find" or "ui"; main is app/main.cpp."""
    parts = name.split("/")
    if parts[0] == "ui":
        return "ui" if len(parts) == 2 else f"ui/{parts[1]}"
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    return "main" if name == "app/main.cpp" else None


def room_named(library):
    """closeout_json: json; closeout_ui_find: ui/find; what is not ours: None."""
    if not library.startswith("closeout_"):
        return None
    name = library[len("closeout_"):]
    return name.replace("ui_", "ui/", 1) if name.startswith("ui_") else name


def arrows(root):
    """room: the rooms that its CMakeLists.txt names under USES, and where that stands."""
    table = {}
    for path in sorted([*root.glob("app/*/CMakeLists.txt"), *root.glob("ui/*/CMakeLists.txt"),
                        *root.glob("ui/CMakeLists.txt")]):
        text = re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
        for kind, arguments in re.findall(r"^closeout_(ui_)?room\(([^)]*)\)", text, re.MULTILINE):
            words = arguments.split()
            used = words[words.index("USES") + 1:] if "USES" in words else []
            room = f"ui/{words[0]}" if kind else words[0]
            table[room] = [found for word in used if (found := room_named(word))]
    return table


def check_table(table):
    for room, used in table.items():
        for other in used:
            if other not in table:
                yield f"{room}: USES names {other}, which is no room"
            elif room in ALONE:
                yield f"{room}: stands alone and must not use {other}"
            elif other not in ONLY.get(room, [other]):
                yield f"{room}: must not use {other}, it can be taken out with {ONLY[room]} alone"
            elif room == "sandbox" and other in NOT_FOR_THE_SANDBOX:
                yield f"{room}: is a second reading of the documents and must not use {other}"
            elif not room.startswith("ui") and other.startswith("ui"):
                yield f"{room}: must not use {other}, which is of the window"
            elif room.startswith("ui/") and other.startswith("ui"):
                allowed = SHARED_IN_UI.get(other, [])
                if allowed is not None and room not in allowed:
                    yield f"{room}: must not use {other}; the rooms of ui/ do not know each other"
        if room in reachable(table, room):
            yield f"{room}: uses itself by way of others"


def reachable(table, start):
    found, to_see = set(), list(table.get(start, []))
    while to_see:
        room = to_see.pop()
        if room not in found:
            found.add(room)
            to_see += table.get(room, [])
    return found


def without_comments(text):
    """The code alone; line breaks stay, so that lines keep their numbers."""
    return COMMENT_OR_STRING.sub(lambda match: re.sub(r"[^\n]+", " ", match[0]), text)


def target_of(header):
    """The room that an include in quotes leads to: "ui/find/f.h" ui/find, "json/document.h" json."""
    parts = header.split("/")
    if parts[0] == "ui":
        return "ui" if len(parts) == 2 else f"ui/{parts[1]}"
    return parts[0]


def check_arrows(name, text, root, table):
    room = room_of(name)
    if room is None:
        return
    if room != "main" and room not in table:
        yield f"{name}: {room} is no room: no CMakeLists.txt makes one of it"
        return
    for kind, header in INCLUDE.findall(text):
        if kind == "<":
            yield from check_outside(name, room, header)
            continue
        target = target_of(header)
        own_folder = "/" not in header and (root / name).with_name(header).exists()
        if (own_folder or header == Path(name).stem + ".moc" or header == "result.h"
                or header == "headers.h" or target == room):
            continue
        if room == "main":
            if target not in table or target == "cli":
                yield f"{name}: {room} must not use \"{header}\""
        elif target not in table[room]:
            yield f"{name}: {room} must not use \"{header}\": its USES does not name {target}"
        elif SINGLE_HEADERS.get((room, target), header) != header:
            yield f"{name}: {room} must not use \"{header}\""


def check_folders(name, text):
    room, parts = room_of(name), name.split("/")
    if room not in FOLDERS_OF or len(parts) < 4:
        return
    folder = parts[2]
    if folder not in FOLDERS_OF[room]:
        yield f"{name}: {folder} is no folder of {room}"
        return
    allowed = [folder, *FOLDERS_OF[room][folder]]
    for kind, header in INCLUDE.findall(text):
        if kind == '"' and header.startswith(room + "/"):
            inside = header[len(room) + 1:]
            if inside not in allowed and inside.split("/")[0] not in allowed:
                yield f"{name}: {folder} must not use \"{header}\""


def check_outside(name, room, header):
    family = room.split("/")[0]
    for pattern in NEVER.get(family, []):
        if re.fullmatch(pattern, header):
            yield f"{name}: {family} must not use <{header}>"
    is_model = family == "ui" and Path(name).stem.endswith("model")
    if is_model and header.startswith("QtWidgets/"):
        yield f"{name}: a model must not use <{header}>"


def check_unused(sources, table):
    """An arrow that nobody needs hides that the next one may be wrong."""
    used = {room: set() for room in table}
    for name, text in sources:
        room = room_of(name)
        if room in used:
            used[room] |= {target_of(header) for kind, header in INCLUDE.findall(text)
                           if kind == '"'}
    for room, named in table.items():
        for other in named:
            # What brings the rooms of the window together links them, whether it names them or not.
            if other not in used[room] and room != "ui":
                yield f"{room}: USES names {other}, and no file of it does"


def check_include_form(name, text):
    for kind, header in INCLUDE.findall(text):
        is_qt = re.match(r"Q|qt?[a-z]+\.h", header) and kind == "<"
        if is_qt and not re.fullmatch(r"Qt[A-Z]\w*/Q\w+", header):
            yield f"{name}: write <QtModule/Class> instead of <{header}>"


def check_words(name, text):
    """JSON never goes through Qt's lossy types; message boxes and nested loops live in ui alone."""
    room = (room_of(name) or "").split("/")[0]
    if not room:
        return
    code = without_comments(INCLUDE.sub("", text)) + " ".join(h for _, h in INCLUDE.findall(text))
    lossy = [r"QJson\w+", r"QVariant(Map|Hash)"]
    if room not in ["journal", "sandbox", "ui"]:  # rows of SQL, roles of models
        lossy.append(r"QVariant\w*")
    for word in {match[0] for pattern in lossy for match in re.finditer(rf"\b{pattern}\b", code)}:
        yield f"{name}: {word} loses what JSON says"
    if room not in ["client", "close"]:
        for word in re.findall(r"\b(?:client::complete|client::WritePermit)\b", code):
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
    table = arrows(root)
    breaches = list(check_table(table))
    sources = list(files(root, SOURCES))
    if not any(room_of(name) for name, _ in sources):
        return [f"{root}: there is no room here to check"]
    for name, text in sources:
        breaches += check_arrows(name, text, root, table)
        breaches += check_folders(name, text)
        breaches += check_include_form(name, text)
        breaches += check_words(name, text)
        breaches += check_budgets(name, text)
    breaches += check_unused(sources, table)
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
