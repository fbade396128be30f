// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/demovalues.h"

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

// %1 and %2 become numbers. Spellings that a careless tool would change are on purpose: 1.10,
// integers beyond 2^53, escapes, blanks in keys.
constexpr std::array callReasons{
    R"({"reason":"invoice","text":"The amount of the last invoice is not clear",)"
    R"("priority":2})",
    R"({"reason":"payment","text":"Direct debit was returned","priority":1})",
    R"({"reason":"delivery","text":"Parcel %1 has not arrived","priority":3})",
    R"({"reason":"access","text":"Kein Zugang zum Konto seit gestern","priority":1})",
    R"({"reason":"offer",)"
    R"("text":"Wants the offer from the \u201cSpring\u201d campaign","priority":4})",
};
constexpr std::array bills{
    R"({"number":"R-%1","amount":118.40,"currency":"EUR","account":9007199254740993})",
    R"({"number":"R-%1","amount":1.10,"currency":"EUR","account":90071992547%2})",
    R"({"number":"R-%1","amount":2450.00,"currency":"CHF","account":72057594037927937})",
};
constexpr std::array contacts{
    R"({"name":"Zoë Müller-Łukasik","language":"de","phone":"+49 30 %1"})",
    R"({"name":"Søren Ångström","language":"sv","phone":"+46 8 %1"})",
    R"({"name":"王小明","language":"zh","phone":"+86 10 %1"})",
    R"({"name":"Amélie d'Aubigné","language":"fr","phone":"+33 1 %1"})",
    R"({"name":"John \"Jack\" O'Neil","language":"en","phone":"+1 212 %1"})",
    R"({"name":"Мария Петрова","language":"bg","phone":"+359 2 %1"})",
};
constexpr std::array orders{
    R"([{"article":"Router AX-3000","quantity":1,"price":89.90},)"
    R"({"article":"Cable 1.5 m","quantity":2,"price":4.50}])",
    R"([{"article":"SIM card","quantity":1,"price":0.00}])",
    R"([{"article":"Tablet 11\"","quantity":1,"price":499.00},)"
    R"({"article":"Hülle, grün","quantity":1,"price":19.10},)"
    R"({"article":"Stift ✏️","quantity":3,"price":12.00}])",
};
constexpr std::array devices{
    R"({"model":"AX-3000","serial":"SN%1%2","online":false})",
    R"({"model":"TV Box 4","serial":"TB%1","online":true})",
};
constexpr std::array feedbacks{
    R"({"FeedbackType":"survey","rating":3,"notes":"Waited %2 minutes in the queue"})",
    R"({"FeedbackType":"chat","rating":9,"notes":"Sehr freundlich 🙂, danke!"})",
    R"({"FeedbackType":"mail","rating":6,"notes":"Answer came late, but it helped"})",
};
constexpr std::array addresses{
    R"({"street":"Straße des 17. Juni %2","town":"Berlin","postcode":"10623",)"
    R"("valid":true})",
    R"({"street":"Rue de l'Église %2","town":"Liège","postcode":"4000","valid":true})",
    R"({"street":"Calle Mayor, %2","town":"A Coruña","postcode":"15001","valid":false})",
};
// 8.5 only: no schema could describe them.
constexpr std::array freeForms{
    R"("journey":[["ivr",12],["queue",340],["agent",null],)"
    R"({"transfer":{"from":[1,2,[3]],"to":{}}}])",
    R"("ledger":18446744073709551615)",
    R"("ratio":1.10e+2,"tags":["vip","retention","2nd call"])",
    R"("crm":{"id":"0015g00000%1","synced":true,"last update":"2024-02-30?",)"
    R"("score":0.70})",
    R"("transcript":"Agent:\tHow can I help?\nCustomer:\tMy router …\u00a0well, \ud83d\ude00")",
    R"("empty":{},"none":null,"list":[])",
};
constexpr std::array surveys{
    R"({"Survey":{"url":"http://ourServer/storage/userAnswers","question1":7,)"
    R"("question2":true,"question3":"will be better with cable tv"}})",
    R"({"Survey":{"url":"http://ourServer/storage/userAnswers?c=%1","question1":4,)"
    R"("question2":false,"question3":""}})",
};
constexpr std::array proposals{
    R"({"Proposal":[{"car type":"cabriolet","price":25000,"seats":2,)"
    R"("comments":"200 cv, hardtop"}]})",
    R"({"Proposal":[{"car type":"S.U.V.","price":70000,"seats":8,"comments":"4wd"},)"
    R"({"car type":"kombi","price":31990,"seats":5,"comments":"für die Familie"}]})",
};
constexpr std::array checks{
    R"({"Check":{"system":"billing","result":"open","reference":%1}})",
    R"({"Check":{"system":"archive","result":"missing page %2",)"
    R"("reference":9223372036854775807}})",
};

template<typename Templates>
QByteArray filled(Dice &dice, const Templates &templates)
{
    QByteArray json = dice.pick(templates);
    json.replace("%1", QByteArray::number(dice.between(1000000, 9999999)));
    json.replace("%2", QByteArray::number(dice.between(10, 99)));
    return json;
}

using Attributes = std::initializer_list<std::pair<const char *, const char *>>; // name, type

Schema schema(Entity entity, const QByteArray &name, const char *type, const Attributes &attributes,
              const char *more = "")
{
    QByteArray list;
    for (const auto &[attribute, attributeType] : attributes) {
        list += list.isEmpty() ? "" : ",";
        list += QByteArray("{\"name\":\"") + attribute + "\",\"type\":\"" + attributeType + "\"}";
    }
    return {entity, QString::fromLatin1(name),
            "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"attributes\":[" + list + ']'
                + more + '}'};
}

} // namespace

QString demoCustomer(Dice &dice)
{
    return u"000113GB2CJ0%1"_s.arg(dice.between(1, 150), 4, 10, QLatin1Char('0'));
}

QString demoContactKey(Dice &dice)
{
    static const std::array domains{u"example.com"_s, u"example.org"_s, u"mail.example"_s};
    const int number = dice.between(1, 400);
    if (dice.happens(60))
        return u"+49301%1"_s.arg(number * 7919 % 1000000, 6, 10, QLatin1Char('0'));
    return u"caller.%1@%2"_s.arg(number).arg(dice.pick(domains));
}

QByteArray demoAttachedData(Dice &dice, contract::Dialect dialect, int serviceType)
{
    QByteArray json;
    const auto add = [&](const char *key, const QByteArray &value) {
        json += (json.isEmpty() ? "{\"" : ",\"") + QByteArray(key) + "\":" + value;
    };
    if (dice.happens(70))
        add("CallReason", filled(dice, callReasons));
    if (dice.happens(40))
        add("Contact", filled(dice, contacts));
    if (serviceType == 1)
        add("Bill", filled(dice, bills));
    if (serviceType == 3)
        add("Address", filled(dice, addresses));
    if (serviceType == 5)
        add("Device", filled(dice, devices));
    if (serviceType == 6)
        add("Order", filled(dice, orders));
    if (dice.happens(15))
        add("Feedback", filled(dice, feedbacks));
    if (dialect == contract::Dialect::V85 && dice.happens(45))
        json += (json.isEmpty() ? "{" : ",") + filled(dice, freeForms);
    return json.isEmpty() ? QByteArray("{}") : json + '}';
}

QByteArray demoTaskData(Dice &dice, int taskType)
{
    switch (taskType) {
    case 1:
        return filled(dice, surveys);
    case 4:
    case 5:
        return filled(dice, checks);
    case 8:
        return filled(dice, proposals);
    default:
        return "{}";
    }
}

QList<Schema> demoSchemas()
{
    constexpr auto single = "single-valued";
    constexpr auto multi = "multi-valued";
    constexpr auto service = Entity::Service;
    constexpr auto task = Entity::Task;
    return {
        schema(service, "Feedback", single,
               {{"FeedbackType", "string"}, {"rating", "integer"}, {"notes", "string"}}),
        schema(service, "Satisfaction", multi,
               {{"rating", "integer"},
                {"pertinence", "integer"},
                {"usefull", "boolean"},
                {"place", "string"}}),
        schema(service, "CallReason", single,
               {{"reason", "string"}, {"text", "string"}, {"priority", "integer"}}),
        schema(service, "Contact", single,
               {{"name", "string"}, {"language", "string"}, {"phone", "string"}}),
        schema(service, "Bill", single,
               {{"number", "string"},
                {"amount", "double"},
                {"currency", "string"},
                {"account", "long"}}),
        schema(service, "Address", single,
               {{"street", "string"},
                {"town", "string"},
                {"postcode", "string"},
                {"valid", "boolean"}}),
        schema(service, "Device", single,
               {{"model", "string"}, {"serial", "string"}, {"online", "boolean"}}),
        schema(service, "Order", multi,
               {{"article", "string"}, {"quantity", "integer"}, {"price", "double"}},
               R"(,"unique":["article"])"),
        schema(Entity::State, "Routing", single, {{"queue", "string"}, {"position", "integer"}}),
        schema(task, "Survey", single,
               {{"url", "string"},
                {"question1", "integer"},
                {"question2", "boolean"},
                {"question3", "string"}}),
        schema(task, "Proposal", multi,
               {{"car type", "string"},
                {"price", "integer"},
                {"seats", "integer"},
                {"comments", "string"}}),
        schema(task, "Check", single,
               {{"system", "string"}, {"result", "string"}, {"reference", "long"}}),
    };
}

} // namespace closeout::sandbox
