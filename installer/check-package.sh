#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
#
# check-package.sh PACKAGE.deb: installs it in a clean Debian 12 of its own, with what it depends
# on, uses it there, and removes it again. Needs root, debootstrap and the package mirror that this
# machine is set up with.

set -euo pipefail
package=$(readlink -f "$1")
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
suite=bookworm
work=$(mktemp -d)
root=$work/root
trap 'rm -rf --one-file-system "$work"' EXIT

# Runs a command in the new system, with a /proc of its own for as long. The name space keeps it
# from the rest of this machine; in a chroot "/" may be no mount that could be made private, so it
# is unmounted, too.
inside() {
    # shellcheck disable=SC2016 # the inner shell fills them in
    unshare --mount --propagation unchanged -- bash -c '
        mount --make-rprivate / 2>/dev/null || true
        mount -t proc proc "$1/proc"
        code=0
        chroot "$1" env -i HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${@:2}" || code=$?
        umount --lazy "$1/proc"
        exit "$code"
    ' inside "$root" "$@"
}

# Runs it quietly, and tells what it said when it fails.
quietly() {
    "$@" >"$work/log" 2>&1 </dev/null || {
        tail -n 30 "$work/log" >&2
        return 1
    }
}

say() {
    printf -- '-- %s\n' "$1"
}

say "A clean Debian, $suite"
# shellcheck disable=SC2016 # apt fills them in
apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | grep " $suite" | sort -u >"$work/sources"
mirror=$(sed -n "s/^deb \([^ ]*\) $suite .*/\1/p" "$work/sources" | head -n 1)
[[ -n $mirror ]] || {
    printf 'This machine has no package source for %s.\n' "$suite" >&2
    exit 1
}
quietly debootstrap --variant=minbase "$suite" "$root" "$mirror"
cp "$work/sources" "$root/etc/apt/sources.list"
cp /etc/resolv.conf "$root/etc/resolv.conf"
quietly inside apt-get update

say 'It installs with what it depends on'
cp "$package" "$root/tmp/closeout.deb"
quietly inside apt-get install -y --no-install-recommends /tmp/closeout.deb
inside dpkg --verify closeout
inside dpkg-query --listfiles closeout >"$work/files"
while read -r file; do
    [[ -e $root$file ]] || {
        printf 'Missing: %s\n' "$file" >&2
        exit 1
    }
done <"$work/files"

say 'It runs'
inside closeoutctl --version
mkdir "$root/tmp/resources"
cp -r "$here/../resources/demonstration.sh" "$here/../resources/samples" "$root/tmp/resources"
quietly inside /tmp/resources/demonstration.sh closeoutctl
grep '^──' "$work/log"

say 'The window starts'
inside closeout --version
desktop-file-validate "$root/usr/share/applications/io.closeout.Closeout.desktop"
appstreamcli validate --no-net "$root/usr/share/metainfo/io.closeout.Closeout.metainfo.xml"
quietly inside apt-get install -y --no-install-recommends xvfb xauth
# It paints the list of its sandbox, then it is told to stop.
# shellcheck disable=SC2016 # the inner shell fills them in
inside timeout 60 xvfb-run -a sh -c '
    QT_LOGGING_RULES=closeout.start=true closeout --config-dir /tmp/window 2>/tmp/said &
    for second in $(seq 50); do
        grep -q "list painted" /tmp/said && break
        sleep 1
    done
    kill $!
    grep "list painted" /tmp/said
'

say 'It goes without leaving anything'
rm -r "$root"/tmp/*
quietly inside apt-get purge -y closeout
left=$(inside find / -xdev -iname '*closeout*' -not -path '/proc/*' -not -path '/var/log/*')
while read -r file; do
    [[ -d $root$file || ! -e $root$file ]] || left+=$'\n'$file
done <"$work/files"
[[ -z $left ]] || {
    printf 'Left behind: %s\n' "$left" >&2
    exit 1
}
say 'The package is good'
