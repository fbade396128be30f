/* SPDX-FileCopyrightText: 2026 The Closeout developers
 * SPDX-License-Identifier: MIT
 *
 * The fence around one target: what keeps two programs that pause and die anywhere from ending it
 * twice, and from saying what is not true. docs/fence.md tells what is assumed and what is left
 * out; check.py has spin go through all of it, and through the mutants, which must fail:
 *
 *   NO_CLAIM        the look at the journal and the intention are two transactions
 *   SEND_FIRST      the request leaves before its intention is on the disk
 *   LOST_IS_FAILED  no answer is taken for "it was not done"
 *   NO_MARK         a person settles what a living program is about to send
 *   LATE_WORD       what was read is recorded though somebody else has settled it meanwhile
 *   BELIEVE_OPEN    what is known to be done is ended again because a reading shows it open
 */

#ifndef ATTEMPTS
#define ATTEMPTS 2 /* to end it, by each program */
#endif
#ifndef CRASHES
#define CRASHES 2
#endif
#ifndef INSISTENCES
#define INSISTENCES 1 /* of a person, on an end whose earlier one is unknown */
#endif
#define MOST 5 /* generations and 1: ATTEMPTS of two programs */

mtype = { nothing, meant, completed, unknown, failed };

/* On the disk. Each atomic step on it is one transaction, which is whole and durable. */
byte newest; /* generation */
mtype known[MOST] = nothing; /* of each generation: meant is an intention without an outcome */

/* Gone with its program: a lock that says that it is at this generation. */
bool mark[MOST];

/* The network, and the server. */
byte flying[MOST]; /* requests that have left and have not arrived */
byte applied[MOST]; /* ends that the server has carried out */
mtype said[MOST] = nothing; /* the answer, completed or failed, if one comes */
bool endedByUs, endedByOther; /* what the record shows, at last */

byte crashes, insisted;

#ifdef LATE_WORD
#define isInDoubt true
#else
#define isInDoubt (known[mine] == meant || known[mine] == unknown)
#endif
#ifdef NO_MARK
#define isLetGo true
#else
#define isLetGo (!mark[standing])
#endif
#define total (applied[1] + applied[2] + applied[3] + applied[4])
#define isEnded (endedByUs || endedByOther)

/* A crash at this point, or none. */
#define mayCrash if :: true :: atomic { crashes < CRASHES -> crashes++; goto dead } fi

/* The newest generation that may have had an effect; 0: none. */
inline findStanding() {
    standing = newest;
    do
    :: standing > 0 && known[standing] == failed -> standing--
    :: else -> break
    od
}

/* What a reading shows: what is, or what was. */
inline read() {
    atomic {
        shown = isEnded; shownOurs = endedByUs;
        if
        :: true
        :: isEnded -> shown = false; shownOurs = false
        fi
    }
}

/* Unknown stays unknown until somebody sees that it was done. */
inline recordWhatWasRead() {
    if
    :: shown && shownOurs -> known[mine] = completed
    :: else -> known[mine] = unknown
    fi
}

/* One transaction: nobody else may be at it or have ended it, or a person insists. */
inline claim() {
    findStanding();
    mine = 0;
    if
    :: standing == 0 -> mine = newest + 1
    :: standing > 0 && (known[standing] == unknown || known[standing] == meant) &&
       !mark[standing] && insisted < INSISTENCES -> insisted++; mine = newest + 1
#ifdef BELIEVE_OPEN
    :: standing > 0 && known[standing] == completed -> mine = newest + 1
#endif
    :: standing > 0
    fi;
    standing = 0
}

inline intend() {
    newest = mine; known[mine] = meant; mark[mine] = true
}

inline send() {
    flying[mine]++
}

active [2] proctype Program() {
    byte attempts, mine, standing;
    bool shown, shownOurs;

again:
    atomic {
        mine = 0; standing = 0; shown = false; shownOurs = false;
        if
        :: attempts < ATTEMPTS -> attempts++; goto complete
        :: findStanding();
           if
           :: standing > 0 && known[standing] != completed && isLetGo -> mine = standing; standing = 0; goto settle
           :: else -> standing = 0; goto done
           fi
        fi
    }

complete:
    read();
    atomic {
        shownOurs = false;
        if
        :: shown -> goto again
        :: else
        fi
    };
    mayCrash;
#if defined(NO_CLAIM)
    atomic { claim(); if :: mine == 0 -> goto again :: else fi };
    mayCrash;
    atomic { intend() };
    mayCrash;
    send();
#elif defined(SEND_FIRST)
    atomic { claim(); if :: mine == 0 -> goto again :: else fi; send() };
    mayCrash;
    atomic { intend() };
#else
    atomic { claim(); if :: mine == 0 -> goto again :: else fi; intend() };
    mayCrash;
    send();
#endif
    mayCrash;
    if
    :: said[mine] != nothing -> mayCrash; known[mine] = said[mine]
    :: true -> /* it was lost, or it is too late */
#ifdef LOST_IS_FAILED
       known[mine] = failed
#else
       read();
       mayCrash;
       atomic { recordWhatWasRead(); shown = false; shownOurs = false }
#endif
    fi;
    atomic { mark[mine] = false; goto again };

settle:
    if
    :: read();
       mayCrash;
       atomic {
           if
           :: isInDoubt -> recordWhatWasRead()
           :: else
           fi;
           shown = false; shownOurs = false
       }
    :: atomic { /* by the word of a person, who has looked until nothing could come any more */
           flying[mine] == 0 && applied[mine] == 0 && isInDoubt -> known[mine] = failed
       }
    :: true
    fi;
    goto again;

dead:
    atomic {
        if
        :: mine > 0 -> mark[mine] = false
        :: else
        fi;
        goto again
    }

done:
    skip
}

/* What arrives is done or refused, answered or not; or it never arrives. */
active proctype Server() {
    byte g;
end:
    do
    :: atomic {
           g = 1;
           do
           :: g < MOST - 1 && flying[g] == 0 -> g++
           :: g < MOST - 1 && flying[g] > 0 -> if :: g++ :: break fi
           :: g == MOST - 1 -> break
           od;
           if
           :: flying[g] > 0 -> flying[g]--;
              if
              :: applied[g]++; endedByUs = true; endedByOther = false;
                 if :: said[g] = completed :: true fi
              :: said[g] = failed
              :: true
              fi
           :: else -> g = 0
           fi;
           g = 0
       }
    od
}

/* Somebody else, who knows nothing of the journal. */
active proctype Other() {
    if
    :: atomic { endedByOther = true; endedByUs = false }
    :: true
    fi
}

#define saysTrue(g) \
    ((known[g] != completed || applied[g] == 1 || (insisted > 0 && total > 0)) && \
     (known[g] != failed || applied[g] == 0))

active proctype Watcher() {
    atomic {
        !(applied[1] <= 1 && applied[2] <= 1 && applied[3] <= 1 && applied[4] <= 1 &&
          total <= 1 + insisted &&
          saysTrue(1) && saysTrue(2) && saysTrue(3) && saysTrue(4))
        -> assert(false)
    }
}
