// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// States and tasks: what is done to them is the same but for the words.

#include "sandbox/operations/operations.h"

#include "contract/ids.h"
#include "sandbox/operations/answers.h"
#include "sandbox/operations/eventbody.h"
#include "sandbox/operations/rendering.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QString typeField(Entity entity)
{
    return entity == Entity::State ? u"state_type"_s : u"task_type"_s;
}

QByteArray startedChild(const Child &child)
{
    const char *name = child.entity == Entity::State ? "state_id" : "task_id";
    return QByteArray("{\"") + name + "\":" + QByteArray::number(child.id) + '}';
}

// Its service must exist; its type must be there where the documents want one.
Result<Child> childOf(const Context &context, const Service &service, Entity entity,
                      const EventBody &event)
{
    Child child;
    child.entity = entity;
    child.service = service.number;
    child.id = -1;
    child.type = event.raw(typeField(entity));
    if (child.type.isEmpty() && context.options.dialect == contract::Dialect::V81) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The field %1 is missing.").arg(typeField(entity)));
    }
    child.startedAt = event.timestamp(context.now);
    return child;
}

Result<void> complete(const Context &context, Child child, const EventBody &event)
{
    child.ending = endingOf(child, event, context.now);
    child.extensions = extensionsAfter(context, child.extensions, event);
    if (const std::optional<qint64> state = event.integer(u"state_id"))
        child.state = qint32(*state);
    return context.store.update(child);
}

// What a state's answer shows of its tasks.
Result<View> readView(const Context &context, const Query &query, Entity entity)
{
    const auto extensions = ExtensionSelection::askedFor(query.list("extensions"_L1),
                                                         context.options.allExtensions);
    if (!extensions)
        return tl::unexpected(extensions.error());
    View view{.extensions = *extensions};
    if (entity == Entity::Task)
        return view;
    const Result<bool> active = query.flag("active_tasks"_L1);
    const Result<bool> completed = query.flag("completed_tasks"_L1);
    if (!active || !completed)
        return tl::unexpected(active ? completed.error() : active.error());
    view.activeTasks = *active;
    view.completedTasks = *completed;
    return view;
}

// The tasks that the answer shows, by their state: asked for once, however many states there are.
Result<QHash<qint32, QList<Child>>> tasksByState(const Context &context, const Service &service,
                                                 const View &view, std::optional<qint32> state)
{
    QHash<qint32, QList<Child>> byState;
    if (!view.showsTasks())
        return byState;
    const Result<QList<Child>> tasks = context.store.children(Entity::Task, service.number,
                                                              service.number, {.state = state});
    if (!tasks)
        return tl::unexpected(tasks.error());
    for (const Child &task : *tasks) {
        if (task.state)
            byState[*task.state].append(task);
    }
    return byState;
}

// A 32-bit id in a body or a query, which only the operation itself knows about.
Result<std::optional<qint32>> readStateId(const QString &text)
{
    if (text.isEmpty())
        return std::optional<qint32>();
    if (!contract::isJsonInteger(text) || !contract::fitsBits(text, 32)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("state_id must be a whole number of 32 bits, not %1.").arg(text));
    }
    return text.toInt();
}

// The common fields and the attached data of a transition say the same of the state that ends and
// of the one that starts; each is read as if its own part stood in the body of its own event.
Result<EventBody> readPart(const Context &context, const json::Value &body, const json::Value &own,
                           contract::Event event)
{
    const Result<json::Document> combined = json::Document::parse(
        objectOf(membersOf(body) + membersOf(own)));
    if (!combined)
        return tl::unexpected(combined.error());
    return readWithDefaults(context, combined->root(), event, {u"from"_s, u"to"_s});
}

} // namespace

Result<Response> startChild(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const bool isState = call.entity == Entity::State;
    const Result<EventBody> event = readWithDefaults(context, body->root(),
                                                     isState ? contract::Event::StateStart
                                                             : contract::Event::TaskStart);
    if (!event)
        return tl::unexpected(event.error());
    for (const auto field : {"state_id"_L1, "previous_state_id"_L1}) {
        const Result<void> known = checkState(context, *service, event->integer(QString(field)));
        if (!known)
            return tl::unexpected(known.error());
    }
    Result<Child> child = childOf(context, *service, call.entity, *event);
    if (!child)
        return tl::unexpected(child.error());
    if (const std::optional<qint64> state = event->integer(u"state_id"))
        child->state = qint32(*state);
    Members members;
    for (const Member &each : event->fields()) {
        if (each.key == typeField(call.entity) || each.key == "est_duration"_L1
            || each.key == "previous_state_id"_L1) {
            members.append(each);
        }
    }
    members.append(member("started"_L1, event->shown(context.now)));
    child->fields = objectOf(members);
    child->extensions = objectOf(event->extensions());
    if (const Result<void> added = context.store.add(*child); !added)
        return tl::unexpected(added.error());
    if (const Result<void> touched = context.store.touch(*service, context.now); !touched)
        return tl::unexpected(touched.error());
    return created(startedChild(*child));
}

Result<Response> completeChild(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<Child> child = findChild(context, *service, call.entity, call.ids[1]);
    if (!child)
        return tl::unexpected(child.error());
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const Result<EventBody> event = readWithDefaults(context, body->root(),
                                                     call.entity == Entity::State
                                                         ? contract::Event::StateEnd
                                                         : contract::Event::TaskEnd);
    if (!event)
        return tl::unexpected(event.error());
    if (const Result<void> known = checkState(context, *service, event->integer(u"state_id"));
        !known)
        return tl::unexpected(known.error());
    if (const Result<void> ended = complete(context, *child, *event); !ended)
        return tl::unexpected(ended.error());
    if (const Result<void> touched = context.store.touch(*service, context.now); !touched)
        return tl::unexpected(touched.error());
    return noContent();
}

Result<Response> queryChild(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<Child> child = findChild(context, *service, call.entity, call.ids[1]);
    if (!child)
        return tl::unexpected(child.error());
    const Result<View> view = readView(context, call.query, call.entity);
    if (!view)
        return tl::unexpected(view.error());
    const auto tasks = tasksByState(context, *service, *view, child->id);
    if (!tasks)
        return tl::unexpected(tasks.error());
    return content(
        Renderer(context.options).child(*service, *child, *view, tasks->value(child->id)));
}

Result<Response> queryChildren(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<View> view = readView(context, call.query, call.entity);
    if (!view)
        return tl::unexpected(view.error());
    ChildFilter filter{.completeness = call.completeness};
    const bool isState = call.entity == Entity::State;
    for (const QString &type : call.query.list(isState ? "state_types"_L1 : "task_types"_L1)) {
        filter.types += context.options.attributes.candidates(call.entity, typeField(call.entity),
                                                              type);
    }
    if (!isState) {
        const auto state = readStateId(call.query.text("state_id"_L1));
        if (!state)
            return tl::unexpected(state.error());
        filter.state = *state;
    }
    const Result<QList<Child>> children = context.store.children(call.entity, service->number,
                                                                 service->number, filter);
    if (!children)
        return tl::unexpected(children.error());
    const auto tasks = tasksByState(context, *service, *view, {});
    if (!tasks)
        return tl::unexpected(tasks.error());
    const Renderer renderer(context.options);
    QList<QByteArray> shown;
    for (const Child &child : *children)
        shown.append(renderer.child(*service, child, *view, tasks->value(child.id)));
    return content(jsonArray(shown));
}

Result<Response> performTransition(const Context &context, const Call &call)
{
    const Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const json::Value from = body->root().member(u"from");
    const json::Value to = body->root().member(u"to");
    if (!from.isObject() || !to.isObject())
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("A transition needs the objects from and to."));
    const json::Value ofState = from.member(u"state_id");
    const bool isText = ofState.type() == json::Type::String
        && validationOf(context.options) == DataValidation::Off;
    const auto stateId = readStateId(isText ? ofState.text() : QString::fromUtf8(ofState.raw()));
    if (!stateId)
        return tl::unexpected(stateId.error());
    if (!*stateId)
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("from needs the state_id of the state to end."));
    const Result<Child> ended = context.store.child(Entity::State, *service, **stateId);
    if (!ended)
        return tl::unexpected(ended.error());

    const Result<EventBody> end = readPart(context, body->root(), from, contract::Event::StateEnd);
    if (!end)
        return tl::unexpected(end.error());
    const Result<EventBody> start = readPart(context, body->root(), to,
                                             contract::Event::StateStart);
    if (!start)
        return tl::unexpected(start.error());
    Result<Child> child = childOf(context, *service, Entity::State, *start);
    if (!child)
        return tl::unexpected(child.error());
    if (const Result<void> done = complete(context, *ended, *end); !done)
        return tl::unexpected(done.error());
    Members members;
    for (const QString &field : {u"state_type"_s, u"est_duration"_s}) {
        if (const Member *given = find(start->fields(), field))
            members.append(*given);
    }
    members.append(member("previous_state_id"_L1, QByteArray::number(ended->id)));
    members.append(member("started"_L1, start->shown(context.now)));
    child->fields = objectOf(members);
    child->extensions = objectOf(start->extensions());
    if (const Result<void> added = context.store.add(*child); !added)
        return tl::unexpected(added.error());
    if (const Result<void> touched = context.store.touch(*service, context.now); !touched)
        return tl::unexpected(touched.error());
    return created(startedChild(*child));
}

} // namespace closeout::sandbox
