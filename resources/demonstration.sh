#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
#
# The main job, shown against a sandbox of its own: what is open, one service, a task and that
# service closed with the examples of the documents, and the record of it. Nothing is asked and
# nothing is left behind.

set -euo pipefail
samples=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/samples
closeoutctl=${1:-closeoutctl}
scratch=$(mktemp -d)

cleanup() {
    if [[ -n ${sandbox:-} ]]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap cleanup EXIT

heading() {
    printf '\n── %s\n\n' "$1"
}

# Shows a command as it could be typed, then runs it with this demonstration's own settings.
show() {
    local word line=closeoutctl
    for word in "$@"; do
        word=${word/#"$samples"/resources/samples}
        [[ $word =~ ^[[:alnum:]./:=_-]+$ ]] || word="'$word'"
        line+=" $word"
    done
    printf '$ %s\n' "$line"
    "$closeoutctl" "$@" --config-dir "$scratch/config"
}

heading 'A Context Services server of our own, with demonstration data'
"$closeoutctl" sandbox --port 0 --store :memory: --seed demo --map-names >"$scratch/ready" 2>"$scratch/errors" &
sandbox=$!
for ((i = 0; i < 300; i++)); do
    url=$(sed -n 's/^Listening on //p' "$scratch/ready")
    [[ -z $url ]] || break
    kill -0 "$sandbox" 2>/dev/null || break
    sleep 0.1
done
[[ -n $url ]] || {
    cat "$scratch/errors" >&2
    printf 'The sandbox did not start.\n' >&2
    exit 1
}
cat "$scratch/ready"

heading 'What is open: the first ten of all active services'
show services --url "$url" >"$scratch/active" 2>"$scratch/count"
head -n 12 "$scratch/active"
printf '…\n'
cat "$scratch/count"

heading 'One of them: the service of the document “Complete Service”'
show service 36981723 --url "$url"

task_event=(--set interaction_id=0000CSS0FXZUP6UR --set state_id=24 --disposition 10
    --disposition-desc SUCCESS --data "$samples/complete-task.json")
service_event=(--set interaction_id=123ABCAADFJ1259ACF --set media_type=1 --set resource_id=5005
    --set resource_type=2 --disposition 10 --disposition-desc SUCCESS
    --data "$samples/complete-service.json")

heading 'What would be sent to complete the task of the document “Complete Task”; nothing is sent yet'
show complete task 95 3 "${task_event[@]}" --url "$url" --dry-run
echo

heading 'The task is completed'
show complete task 95 3 "${task_event[@]}" --url "$url"

heading 'What would be sent to complete the service'
show complete service 36981723 "${service_event[@]}" --url "$url" --dry-run
echo

heading 'The service is completed'
show complete service 36981723 "${service_event[@]}" --url "$url"

heading 'The service as the server shows it now'
show service 36981723 --url "$url"

heading 'The journal: what was done, with every request and its answer'
show journal --last 5 --exchanges

heading 'The sandbox stops'
kill -TERM "$sandbox"
wait "$sandbox"
sandbox=
printf 'Everything above happened on this machine alone; no trace of it is left.\n'
