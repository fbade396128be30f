# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""A Context Services server that knows the documents and nothing of Closeout.

Written from the documents alone, with canned records in their words: services 36981723 and 95
(state 24, task 3) are the examples of "Complete Service" and "Complete Task". Values are kept as
JSON text, so that their spelling can be compared byte for byte. It remembers every request whole.

As a program it serves until it is stopped:  python3 peerserver.py [8.5|8.1]
"""

import base64
import json
import re
import sys
from urllib.parse import unquote

from http11 import Server, reply

JOURNEY = "383-f9a62aec-e6f2-45cb-aa01-0d9404f905bd"  # the id that "Query Service by ID" prints
CUSTOMER = "00018b9GQ5KS03BW"
CONTACT_KEY = "jane.doe+vip@example.com"

EXCEPTIONS = "com.genesyslab.gsg.services.contextservices.exceptions."
NOT_FOUND = EXCEPTIONS + "NotFoundException"
BAD_TENANT = EXCEPTIONS + "ContextServicesExceptionResource"

# "Query Business Attribute Schema" 8.1
MEDIA_TYPE = {
    "name": "Service.media_type", "display_name": "Media Type", "description": "Media types",
    "values": [
        {"name": "email", "dbid": 1003, "display_name": "email", "description": "Media EMail"},
        {"name": "chat", "dbid": 1006, "display_name": "chat", "description": "Media Chat"},
        {"name": "voice", "dbid": 1001, "display_name": "voice", "description": "Media Voice"},
    ]}


class Record:
    """A service, state or task: members of the API and attached data, each value as JSON text."""

    def __init__(self, fields, attached=(), completed=None):
        self.fields = dict(fields)
        self.attached = dict(attached)
        self.completed = completed  # JSON text of the end event
        self.was_completed = completed  # what a stale read still shows
        self.states = {}
        self.tasks = {}

    def is_completed(self, stale=False):
        return (self.was_completed if stale else self.completed) is not None

    def has_event(self, kind, query, prefix="time_"):
        """Whether it was started, completed or "any" of both from FROM on and before TO."""
        events = {"started": self.fields["started"], "completed": self.completed}
        moments = [json.loads(event)["timestamp"] for name, event in events.items()
                   if event and kind in (name, "any")]
        earliest = query.get(prefix + "from", ["0"])[0]
        latest = query.get(prefix + "to", ["9"])[0]
        return any(earliest <= moment < latest for moment in moments)

    def text(self, extensions, more=(), stale=False):
        members = list(self.fields.items()) + list(more)
        members += [(key, value) for key, value in self.attached.items()
                    if "*" in extensions or key in extensions]
        completed = self.was_completed if stale else self.completed
        if completed:
            members.append(("completed", completed))
        return "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in members) + "}"


def demo_records(dialect):
    """Service id -> Record. Only 8.5 has ids that are no numbers."""
    def number(text):
        return json.dumps(text) if dialect == "8.5" else text

    anonymous = JOURNEY if dialect == "8.5" else "9223372036854775807"
    bill = Record({
        "service_id": number("36981723"), "service_type": '"Bill Payment"',
        "customer_id": json.dumps(CUSTOMER), "est_duration": "600",
        "started": '{"timestamp":"2009-05-12T11:58:02.001Z","media_type":1,"resource_id":5005}',
    }, {
        "Offer": '{"rate":1.10,"limit":18446744073709551615,"name":"caf\\u00e9"}',
        "Feedback": '{"FeedbackType":"survey","rating":3}',
    })
    car = Record({
        "service_id": number("95"), "service_type": "7", "customer_id": json.dumps(CUSTOMER),
        "started": '{"timestamp":"2010-05-20T15:40:00.000Z"}',
    })
    car.states = {
        "23": Record({"state_id": "23", "state_type": "1",
                      "started": '{"timestamp":"2010-05-20T15:40:01.000Z"}'},
                     completed='{"timestamp":"2010-05-20T15:41:00.000Z"}'),
        "24": Record({"state_id": "24", "state_type": "8", "previous_state_id": "23",
                      "started": '{"timestamp":"2010-05-20T15:41:00.000Z"}'}),
    }
    car.tasks = {
        "2": Record({"state_id": "23", "task_id": "2", "task_type": "54",
                     "started": '{"timestamp":"2010-05-20T15:40:30.000Z"}'},
                    completed='{"timestamp":"2010-05-20T15:40:59.000Z"}'),
        "3": Record({"state_id": "24", "task_id": "3", "task_type": "55", "est_duration": "460",
                     "started": '{"timestamp":"2010-05-20T15:41:52.380Z","interaction_id":"65"}'},
                    {"Survey": '{"url":"http://ourServer/storage/userAnswers","question1":1}'}),
    }
    call = Record({
        "service_id": number(anonymous), "service_type": '"Callback"',
        "contact_key": json.dumps(CONTACT_KEY),
        "started": '{"timestamp":"2014-08-13T16:05:08.183Z","media_type":"voice"}',
    })
    done = Record({
        "service_id": number("15"), "service_type": '"Bill Payment"',
        "customer_id": json.dumps(CUSTOMER), "started": '{"timestamp":"2010-05-18T15:23:34.447Z"}',
        "disposition": "10",
    }, completed='{"timestamp":"2010-05-18T15:30:00.000Z"}')
    return {"36981723": bill, "95": car, anonymous: call, "15": done}


class PeerServer(Server):
    """dialect "8.5" or "8.1"; export: what the stream sends of what may be sent, "as asked", "ids"
    alone, or "strings" that hold objects; tenant: the ContactCenterId that must be named."""

    def __init__(self, dialect="8.5", user=None, password=None, tenant=None, export="as asked",
                 **more):
        self.dialect = dialect
        self.prefix = "/genesys/1/cs" if dialect == "8.5" else ""
        self.credentials = f"{user}:{password}".encode() if user else None
        self.tenant = tenant
        self.export = export
        self.services = demo_records(dialect)
        self.stale_reads = 0  # so many reads after an end still show what was before
        super().__init__(**more)

    @property
    def url(self):
        return self.address + self.prefix

    def complete(self, service_id, task_id=None, event='{"timestamp":"2026-01-01T00:00:00.000Z"}'):
        with self.lock:
            record = self.services[service_id]
            if task_id is not None:
                record = record.tasks[task_id]
            record.completed = event
            if not self.stale_reads:
                record.was_completed = event

    def answer(self, request):
        with self.lock:
            return self._refusal(request) or self._route(request)

    def _refusal(self, request):
        if self.credentials is not None:
            given = request.header("Authorization") or ""
            if given != "Basic " + base64.b64encode(self.credentials).decode():
                return reply(401, "<html><body><h2>HTTP ERROR 401</h2></body></html>", "text/html",
                             [("WWW-Authenticate",
                               'Basic realm="Genesys Application Configuration Needed"')])
        if self.tenant is not None:
            named = request.header("ContactCenterId")
            if named is None:
                return self._error(400, "Invalid tenant specified : no tenant specified in "
                                   "multi-tenant environment. Verify configuration and "
                                   "'ContactCenterId' HTTP header.", BAD_TENANT)
            if named != self.tenant:
                return self._error(400, "Invalid tenant specified : specified tenant in HTTP "
                                   f"header 'ContactCenterId'='{named}' not configured. "
                                   "Verify configuration.", BAD_TENANT)
        return None

    def _error(self, status, message, exception, request=None):
        if self.dialect == "8.5":
            return reply(status, {"message": message, "exception": exception})
        uri = request.path if request else ""
        return reply(status, {"http_method": request.method if request else "", "uri": uri,
                              "code": 100 + status, "description": message})

    def _not_found(self, what, request):
        return self._error(400 if self.dialect == "8.5" else 404,
                           f"There are no {what}", NOT_FOUND, request)

    def _route(self, request):
        if not request.path.startswith(self.prefix + "/"):
            return reply(404, "<html><body><h2>HTTP ERROR 404</h2></body></html>", "text/html")
        path = request.path[len(self.prefix):]
        for method, pattern, handler in self.routes:
            found = re.fullmatch(pattern, path)
            if found and method == request.method:
                parts = [unquote(part) if part else part for part in found.groups()]
                return handler(self, request, *parts)
        return reply(404, "<html><body><h2>HTTP ERROR 404</h2></body></html>", "text/html")

    # Reading

    def _stale(self):
        """Whether this read still sees the time before the last end."""
        if self.stale_reads > 0 and self.posts:
            self.stale_reads -= 1
            return True
        return False

    def _nested(self, service, request, stale):
        more = []
        for kind, records in (("states", service.states), ("tasks", service.tasks)):
            for name, want in (("active", False), ("completed", True)):
                if request.query.get(f"{name}_{kind}", ["false"])[0] != "true":
                    continue
                texts = [record.text(self._extensions(request), stale=stale)
                         for record in records.values() if record.is_completed(stale) == want]
                more.append((f"{name}_{kind}", "[" + ",".join(texts) + "]"))
        return more

    @staticmethod
    def _extensions(request):
        return [name for part in request.query.get("extensions", []) for name in part.split(",")]

    def _service(self, request, service_id):
        service = self.services.get(service_id)
        if service is None:
            return self._not_found(f"service found for : {service_id}", request)
        stale = self._stale()
        return reply(200, service.text(self._extensions(request),
                                       self._nested(service, request, stale), stale))

    def _list(self, request, records, completeness, more=lambda record: []):
        stale = self._stale()
        texts = [record.text(self._extensions(request), more(record), stale) for record in records
                 if completeness is None
                 or record.is_completed(stale) == (completeness == "completed")]
        return reply(200, "[" + ",".join(texts) + "]")

    def _by_customer(self, request, customer_id, completeness):
        wanted = json.dumps(customer_id)
        records = [service for service in self.services.values()
                   if service.fields.get("customer_id") == wanted
                   and service.has_event("started", request.query, "started_")]
        return self._list(request, records, completeness)

    def _anonymous(self, request, contact_key, completeness):
        wanted = json.dumps(contact_key)
        records = [service for service in self.services.values()
                   if service.fields.get("contact_key") == wanted
                   and "customer_id" not in service.fields
                   and service.has_event("started", request.query, "started_")]
        return self._list(request, records, completeness)

    def _children(self, request, service_id, kind, completeness):
        service = self.services.get(service_id)
        if service is None:
            return self._not_found(f"service found for : {service_id}", request)
        records = list(getattr(service, kind).values())
        if "state_id" in request.query:
            wanted = request.query["state_id"][0]
            records = [record for record in records if record.fields.get("state_id") == wanted]
        return self._list(request, records, completeness,
                          lambda record: [("service_id", service.fields["service_id"])])

    def _child(self, request, service_id, kind, child_id):
        service = self.services.get(service_id)
        child = getattr(service, kind).get(child_id) if service else None
        if child is None:
            return self._not_found(f"{kind[:-1]} found for : {child_id}", request)
        return reply(200, child.text(self._extensions(request),
                                     [("service_id", service.fields["service_id"])],
                                     self._stale()))

    def _stream(self, request):
        if self.dialect != "8.5":
            return reply(404, "<html><body><h2>HTTP ERROR 404</h2></body></html>", "text/html")
        if "time_from" not in request.query:
            return self._error(400, "Missing parameter time_from", "IllegalArgumentException")
        content = request.query.get("export_content", ["false"])[0] == "true"
        state = request.query.get("filter_state", ["any"])[0] if content else "any"
        events = request.query.get("filter_events", ["any"])[0]
        services = [service for service in self.services.values()
                    if (state == "any" or service.is_completed() == (state == "inactive"))
                    and service.has_event(events, request.query)]
        if not content or self.export == "ids":
            texts = [service.fields["service_id"] for service in services]
        else:
            texts = [service.text(["*"]) for service in services]
            if self.export == "strings":
                texts = [json.dumps(text) for text in texts]
        return reply(200, "[" + ",\n".join(texts) + "]")

    def _business_attributes(self, request, name=None):
        if name is None and "cv-attribute" not in request.query:
            return reply(200, [MEDIA_TYPE])
        if (name or request.query["cv-attribute"][0]).endswith("media_type"):
            return reply(200, MEDIA_TYPE)
        return self._not_found(f"business attribute found for : {name}", request)

    def _status(self, request):
        return reply(200, {"version": "8.5.112.00", "system_time": "2010-02-24T15:56:46.369Z",
                           "mode": "production", "started": "2010-02-24T14:35:28.668Z"})

    # Ending

    def _end(self, request, service_id, task_id=None):
        service = self.services.get(service_id)
        if service is None:
            return self._not_found(f"service found for : {service_id}", request)
        if task_id is not None and task_id not in service.tasks:
            return self._not_found(f"task found for : {task_id}", request)
        try:
            event = json.loads(request.body)
        except ValueError:
            return self._error(400, "Malformed JSON", "org.codehaus.jackson.JsonParseException")
        if not isinstance(event, dict):
            return self._error(400, "An event is an object", "IllegalArgumentException")
        stamp = json.dumps(event.get("timestamp", "2026-01-01T00:00:00.000Z"))
        self.complete(service_id, task_id, '{"timestamp":' + stamp + "}")
        return reply(204)

    routes = [
        ("GET", r"/services/anonymous/([^/]+)(?:/(active|completed))?", _anonymous),
        ("GET", r"/services/([^/]+)", _service),
        ("GET", r"/customers/([^/]+)/services(?:/(active|completed))?", _by_customer),
        ("GET", r"/services/([^/]+)/(states|tasks)(?:/(active|completed))?", _children),
        ("GET", r"/services/([^/]+)/(states|tasks)/([^/]+)", _child),
        ("GET", r"/maintenance/services/stream", _stream),
        ("GET", r"/metadata/business-attributes(?:/([^/]+))?", _business_attributes),
        ("GET", r"/server/status", _status),
        ("POST", r"/services/([^/]+)/end", _end),
        ("POST", r"/services/([^/]+)/tasks/([^/]+)/end", _end),
    ]


if __name__ == "__main__":
    server = PeerServer(*sys.argv[1:])
    print(f"Listening on {server.url}", flush=True)
    server.stopping.wait()
