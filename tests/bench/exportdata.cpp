// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Writes what the 8.5 export stream delivers for as many active services as one likes: each with a
// state, a task and a small extension, about 545 bytes. The same count gives the same bytes.
//
//     exportdata COUNT >services.json

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>

namespace {

// A linear congruential generator: the values need no quality, only to be the same everywhere.
class Dice
{
public:
    std::uint32_t bits()
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return std::uint32_t(m_state >> 32);
    }
    std::uint32_t below(std::uint32_t end) { return bits() % end; }

private:
    std::uint64_t m_state = 20261101;
};

// Within the weeks before 2026-11-25, with more of them towards its end.
std::string moment(std::uint32_t millisecondsOfDay, std::uint32_t day)
{
    std::array<char, 32> text{};
    const std::uint32_t seconds = millisecondsOfDay / 1000;
    std::snprintf(text.data(), text.size(), "2026-%02u-%02uT%02u:%02u:%02u.%03uZ", 10 + day / 28,
                  1 + day % 28, seconds / 3600, seconds / 60 % 60, seconds % 60,
                  millisecondsOfDay % 1000);
    return text.data();
}

std::string serviceId(Dice &dice)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%u-%08x-%04x-4%03x-a%03x-%08x%04x",
                  100 + dice.below(900), dice.bits(), dice.below(0x10000), dice.below(0x1000),
                  dice.below(0x1000), dice.bits(), dice.below(0x10000));
    return text.data();
}

std::string service(Dice &dice)
{
    static constexpr std::array reasons{"payment", "call-back", "offer",
                                        "move",    "complaint", "meter reading"};
    const std::uint32_t day = 52
        - std::uint32_t(dice.below(53) * std::uint64_t(dice.below(53)) / 53);
    const std::uint32_t time = dice.below(70'000'000);
    const std::string type = std::to_string(1 + dice.below(11));
    const std::string media = std::to_string(1 + dice.below(7));
    const std::string later = moment(time + 60'000 + dice.below(10'000'000), day);
    std::string text = R"({"service_id":")" + serviceId(dice) + R"(","service_type":)" + type;
    text += R"(,"customer_id":"0001)" + std::to_string(100'000 + dice.below(200'000))
        + R"(KS03BW")";
    text += R"(,"est_duration":)" + std::to_string(900 * (1 + dice.below(8)));
    text += R"(,"started":{"timestamp":")" + moment(time, day) + R"(","application_type":400)";
    text += R"(,"resource_type":2,"resource_id":)" + std::to_string(5000 + dice.below(60));
    text += R"(,"media_type":)" + media + R"(},"active_states":[{"state_id":0,"state_type":)";
    text += std::to_string(1 + dice.below(10)) + R"(,"started":{"timestamp":")" + later;
    text += R"(","media_type":)" + media + R"(}}],"active_tasks":[{"task_id":0,"state_id":0)";
    text += R"(,"task_type":)" + std::to_string(1 + dice.below(9)) + R"(,"est_duration":3600)";
    text += R"(,"started":{"timestamp":")" + later + R"("}}],"CallReason":{"reason":")";
    text += reasons[dice.below(reasons.size())];
    text += R"(","priority":)" + std::to_string(1 + dice.below(5)) + "}}";
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view wanted = argc == 2 ? argv[1] : "";
    std::uint32_t count = 0;
    if (std::from_chars(wanted.data(), wanted.data() + wanted.size(), count).ec != std::errc()) {
        std::fprintf(stderr, "usage: %s COUNT >services.json\n", argv[0]);
        return 64;
    }
    Dice dice;
    std::fputc('[', stdout);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i > 0)
            std::fputc(',', stdout);
        const std::string text = service(dice);
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
    std::fputs("]", stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
