// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is compared is measured in turn, A B A B …, so that a machine that slows down slows down
// both; what counts is the median of the ratios of the pairs, and their spread says how far it can
// be believed. The same as inturn.py.

#pragma once

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <vector>

namespace closeout::bench {

// Above it the middle half of the pairs lies further apart than what one wants to see.
constexpr double believable = 1.25;

using Seconds = std::vector<double>; // of the rounds, in their order

inline double median(Seconds values)
{
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// One list for each work, in their order; a first round only fills the caches.
inline std::vector<Seconds> inTurn(int rounds, std::initializer_list<std::function<void()>> works)
{
    std::vector<Seconds> measured(works.size());
    for (int round = 0; round <= rounds; ++round) {
        auto seconds = measured.begin();
        for (const auto &work : works) {
            QElapsedTimer timer;
            timer.start();
            work();
            if (round > 0)
                seconds->push_back(double(timer.nsecsElapsed()) / 1e9);
            ++seconds;
        }
    }
    return measured;
}

struct Ratio
{
    double median = 0;
    double least = 0;
    double most = 0;
    bool isBelievable = false;

    Ratio(const Seconds &ours, const Seconds &theirs)
    {
        Seconds pairs;
        for (size_t i = 0; i < ours.size(); ++i)
            pairs.push_back(ours[i] / theirs[i]);
        std::sort(pairs.begin(), pairs.end());
        median = bench::median(pairs);
        least = pairs.front();
        most = pairs.back();
        const size_t quarter = pairs.size() / 4;
        isBelievable = pairs[pairs.size() - 1 - quarter] / pairs[quarter] <= believable;
    }

    void print() const
    {
        std::printf("%6.2f × (%.2f to %.2f)%s\n", median, least, most,
                    isBelievable ? "" : " NOISY: the machine is too busy to believe it");
    }
};

// Takes --quick out of the arguments: fewer rounds of less, for a look and not for figures.
inline bool takeQuick(int &argc, char *argv[])
{
    if (argc < 2 || std::strcmp(argv[1], "--quick") != 0)
        return false;
    std::copy(argv + 2, argv + argc + 1, argv + 1);
    --argc;
    return true;
}

} // namespace closeout::bench
