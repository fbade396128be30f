// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/operations.h"

#include "sandbox/operations/answers.h"
#include "sandbox/operations/eventbody.h"
#include "sandbox/operations/rendering.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

// The service's own members, without the event.
bool isServiceMember(QStringView field)
{
    return field == "service_type"_L1 || field == "customer_id"_L1 || field == "contact_key"_L1
        || field == "est_duration"_L1;
}

Result<View> readView(const Context &context, const Query &query)
{
    const auto extensions = ExtensionSelection::askedFor(query.list("extensions"_L1),
                                                         context.options.allExtensions);
    if (!extensions)
        return tl::unexpected(extensions.error());
    View view{.extensions = *extensions};
    for (const auto &[name, shown] : {std::pair("active_states"_L1, &view.activeStates),
                                      std::pair("completed_states"_L1, &view.completedStates),
                                      std::pair("active_tasks"_L1, &view.activeTasks),
                                      std::pair("completed_tasks"_L1, &view.completedTasks)}) {
        const Result<bool> flag = query.flag(name);
        if (!flag)
            return tl::unexpected(flag.error());
        *shown = *flag;
    }
    return view;
}

Result<QByteArray> render(const Context &context, const Service &service, const View &view)
{
    QList<Child> children;
    for (const auto &[entity, wanted] : {std::pair(Entity::State, view.showsStates()),
                                         std::pair(Entity::Task, view.showsTasks())}) {
        if (!wanted)
            continue;
        const Result<QList<Child>> found = context.store.children(entity, service.number,
                                                                  service.number);
        if (!found)
            return tl::unexpected(found.error());
        children += *found;
    }
    return Renderer(context.options).service(service, view, children);
}

Result<Response> queryServices(const Context &context, const Call &call, ServiceFilter filter)
{
    const Result<View> view = readView(context, call.query);
    if (!view)
        return tl::unexpected(view.error());
    const DataValidation validation = validationOf(context.options);
    const auto from = call.query.moment("started_from"_L1, validation);
    const auto to = call.query.moment("started_to"_L1, validation);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    filter.completeness = call.completeness;
    filter.startedFrom = *from;
    filter.startedTo = *to;
    for (const QString &type : call.query.list("service_types"_L1)) {
        filter.types += context.options.attributes.candidates(Entity::Service, u"service_type",
                                                              type);
    }
    const Result<QList<Service>> services = context.store.services(filter);
    if (!services)
        return tl::unexpected(services.error());
    QList<QByteArray> shown;
    for (const Service &service : *services) {
        const Result<QByteArray> json = render(context, service, *view);
        if (!json)
            return tl::unexpected(json.error());
        shown.append(*json);
    }
    return content(jsonArray(shown));
}

// Of an update: what it leaves out stays as it is.
Result<EventBody> readStart(const Context &context, const Request &request)
{
    const Result<json::Document> body = readBody(request);
    if (!body)
        return tl::unexpected(body.error());
    return readEvent(context, body->root(), contract::Event::ServiceStart);
}

} // namespace

Result<Response> startService(const Context &context, const Call &call)
{
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const Result<EventBody> event = readWithDefaults(context, body->root(),
                                                     contract::Event::ServiceStart);
    if (!event)
        return tl::unexpected(event.error());
    Service service;
    service.customer = event->text(u"customer_id");
    service.contactKey = event->text(u"contact_key");
    if (service.customer.isEmpty() && service.contactKey.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("A service needs a customer_id or a contact_key."));
    }
    service.type = event->raw(u"service_type");
    if (service.type.isEmpty() && context.options.dialect == contract::Dialect::V81)
        return failure(ErrorKind::InvalidInput, Tr::tr("A service needs a service_type."));
    service.startedAt = event->timestamp(context.now);
    service.expiresAt = expiryOf(*event, context.now);
    service.autoCompleteAfter = event->integer(u"auto_complete_after");
    if (service.autoCompleteAfter)
        service.autoCompleteAt = later(context.now, *service.autoCompleteAfter);
    Members members;
    for (const Member &each : event->fields()) {
        if (isServiceMember(each.key))
            members.append(each);
    }
    members.append(member("started"_L1, event->shown(context.now)));
    service.fields = objectOf(members);
    service.extensions = objectOf(event->extensions());
    if (const Result<void> added = context.store.add(service); !added)
        return tl::unexpected(added.error());
    return created("{\"service_id\":" + Renderer(context.options).serviceId(service.id) + '}');
}

Result<Response> associateService(const Context &context, const Call &call)
{
    Result<Service> service = findService(context, call.ids[1]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<EventBody> event = readStart(context, call.request);
    if (!event)
        return tl::unexpected(event.error());
    Members members = membersOf(service->fields);
    const Member *started = find(members, u"started");
    Members startedMembers = started ? membersOf(started->raw) : Members();
    for (const Member &each : event->fields()) {
        if (isServiceMember(each.key))
            put(members, each);
        else if (EventBody::isShownInEvent(each.key))
            put(startedMembers, each);
    }
    service->customer = call.ids[0]; // the URL says whose it is, whatever the body says
    put(members, member("customer_id"_L1, json::spell(service->customer)));
    put(members, member("started"_L1, objectOf(startedMembers)));
    service->fields = objectOf(members);
    if (const QByteArray type = event->raw(u"service_type"); !type.isEmpty())
        service->type = type;
    if (const QString key = event->text(u"contact_key"); !key.isNull())
        service->contactKey = key;
    if (const std::optional<Moment> expiry = expiryOf(*event, context.now))
        service->expiresAt = expiry;
    service->extensions = extensionsAfter(context, service->extensions, *event);
    if (const Result<void> updated = context.store.update(*service); !updated)
        return tl::unexpected(updated.error());
    if (const Result<void> touched = context.store.touch(*service, context.now); !touched)
        return tl::unexpected(touched.error());
    return noContent();
}

Result<Response> completeService(const Context &context, const Call &call)
{
    Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const Result<EventBody> event = readWithDefaults(context, body->root(),
                                                     contract::Event::ServiceEnd);
    if (!event)
        return tl::unexpected(event.error());
    service->completedAt = event->timestamp(context.now);
    service->autoCompleteAt.reset();
    service->ending = endingOf(*service, *event, context.now);
    if (const std::optional<Moment> expiry = expiryOf(*event, context.now))
        service->expiresAt = expiry;
    service->extensions = extensionsAfter(context, service->extensions, *event);
    if (const Result<void> updated = context.store.update(*service); !updated)
        return tl::unexpected(updated.error());
    return noContent();
}

Result<Response> queryService(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<View> view = readView(context, call.query);
    if (!view)
        return tl::unexpected(view.error());
    const Result<QByteArray> json = render(context, *service, *view);
    if (!json)
        return tl::unexpected(json.error());
    return content(*json);
}

Result<Response> queryCustomerServices(const Context &context, const Call &call)
{
    return queryServices(context, call, {.customer = call.ids[0]});
}

Result<Response> queryAnonymousServices(const Context &context, const Call &call)
{
    return queryServices(context, call, {.contactKey = call.ids[0]});
}

Result<Response> deleteService(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    if (const Result<void> removed = context.store.remove(*service); !removed)
        return tl::unexpected(removed.error());
    return done();
}

Result<Response> updateExpiration(const Context &context, const Call &call)
{
    Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<EventBody> event = readStart(context, call.request);
    if (!event)
        return tl::unexpected(event.error());
    const std::optional<Moment> expiry = expiryOf(*event, context.now);
    if (!expiry)
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The body needs a ttl or an expiration_time."));
    service->expiresAt = expiry;
    if (const Result<void> updated = context.store.update(*service); !updated)
        return tl::unexpected(updated.error());
    return done();
}

} // namespace closeout::sandbox
