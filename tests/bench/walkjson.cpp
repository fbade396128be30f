// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The least that reading a list of services can cost: simdjson walks over every value of a file and
// does nothing with it. Prints the seconds of the walk, without those of reading the file.

#include <simdjson.h>

#include <chrono>
#include <cstdio>

namespace {

size_t walk(simdjson::ondemand::value value)
{
    size_t count = 1;
    switch (value.type().value()) {
    case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object())
            count += walk(field.value().value());
        break;
    case simdjson::ondemand::json_type::array:
        for (auto element : value.get_array())
            count += walk(element.value());
        break;
    default:
        count += value.raw_json_token().size();
    }
    return count;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s FILE\n", argv[0]);
        return 64;
    }
    const simdjson::padded_string text = simdjson::padded_string::load(argv[1]);
    simdjson::ondemand::parser parser;
    const auto begin = std::chrono::steady_clock::now();
    auto document = parser.iterate(text);
    const size_t count = walk(document.get_value().value());
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    std::printf("%.3f\n", passed.count());
    return count > 0 ? 0 : 1;
}
