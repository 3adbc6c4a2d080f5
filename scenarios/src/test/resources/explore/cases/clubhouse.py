"""A clubhouse whose every operation is one way in which applications are right or wrong.

python clubhouse.py ADDRESS PAST DATABASE [looking | writing SECONDS]

ADDRESS is the gate's, PAST the same server's without the gate. LOOKING, it looks for work all the time; WRITING, a clerk sends the
mail that often.
It says its port, and ends when its input does.
"""
import base64
import datetime
import hashlib
import json
import os
import random
import sys
import threading
import time
import uuid
from email.utils import formatdate
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from pymongo import MongoClient, timeout
from pymongo.errors import DuplicateKeyError, OperationFailure, PyMongoError

client = MongoClient(sys.argv[1])
db = client[sys.argv[3]]
past = MongoClient(sys.argv[2])[sys.argv[3]]
db.members.create_index("name", unique=True)
db.bound_pages.create_index([("book", 1), ("number", 1)], unique=True)

OK, NO = (200, {}), (409, {})
guard, busy, locks = threading.Lock(), set(), {}


def later(seconds, work, *arguments):
    threading.Timer(seconds, work, arguments).start()


# one jar, its coins counted before they are taken


def coins(jar, where=db):
    return where.jars.find_one({"_id": jar})["coins"]


def take_whole(jar, n):
    """As object mappers do: the document is read, changed and saved as a whole."""
    document = db.jars.find_one({"_id": jar})
    if document["coins"] < int(n):
        return NO
    document["coins"] -= int(n)
    db.jars.replace_one({"_id": jar}, document, upsert=True)
    return OK


def take_guarded(jar, n):
    enough = {"_id": jar, "coins": {"$gte": int(n)}}
    return OK if db.jars.update_one(enough, {"$inc": {"coins": -int(n)}}).modified_count else NO


def take_late(jar, n, ms):
    if coins(jar) < int(n):
        return NO
    later(int(ms) / 1000, db.jars.update_one, {"_id": jar}, {"$inc": {"coins": -int(n)}})
    return OK


def take_and_forget(jar, n):
    """A line of the log is written for whoever has taken something, and nobody waits until it is."""
    answer = take_guarded(jar, n)
    if answer == OK:
        threading.Thread(target=db.log.insert_one, args=[{"jar": jar, "line": 1}]).start()
    return answer


def take_whole_and_forget(jar, n):
    answer = take_whole(jar, n)
    if answer == OK:
        threading.Thread(target=db.log.insert_one, args=[{"jar": jar, "line": 1}]).start()
    return answer


def take_in_time(jar, n, ms):
    """Everybody has that long for it, wherever the time goes, and is answered 503 otherwise."""
    with timeout(int(ms) / 1000):
        answer = take_guarded(jar, n)
        if answer == OK:
            db.log.insert_one({"jar": jar, "line": 1})
        return answer


def take_in_time_whole(jar, n, ms):
    with timeout(int(ms) / 1000):
        return take_whole(jar, n)


left_hand, right_hand = threading.Lock(), threading.Lock()


def juggle(jar, first, seconds):
    """Two locks in the order that is asked for, with a look at the jar between them; waits for each so long, or for ever (-1)."""
    hands = [left_hand, right_hand] if first == "left" else [right_hand, left_hand]
    taken = []
    try:
        for hand in hands:
            if not hand.acquire(timeout=float(seconds)):
                return 503, {}
            taken.append(hand)
            coins(jar)
        return OK
    finally:
        for hand in taken:
            hand.release()


def add(jar, reading=db, writing=db):
    n = coins(jar, reading)
    writing.jars.update_one({"_id": jar}, {"$set": {"coins": n + 1}})
    return OK


def add_reading_past(jar):
    return add(jar, reading=past)


def add_after_answering(jar, ms):
    coins(jar)
    later(int(ms) / 1000, add, jar)
    return OK


def add_and_log(jar, lines):
    answer = add(jar)
    db.log.insert_many([{"jar": jar, "line": line} for line in range(int(lines))])
    return answer


def side_by_side(*works):
    """As threads, asyncio.gather or Promise.all do."""
    with ThreadPoolExecutor(len(works)) as pool:
        return [work.result() for work in [pool.submit(work) for work in works]]


def add_side_by_side(jar):
    n, _ = side_by_side(lambda: coins(jar), lambda: db.members.find_one({"name": jar}))
    side_by_side(
        lambda: db.jars.update_one({"_id": jar}, {"$set": {"coins": n + 1}}),
        lambda: db.log.insert_one({"jar": jar}),
    )
    return OK


def empty_side_by_side(jar):
    """Whoever finds the jar empty must find it noted: true of one order of the two."""
    side_by_side(
        lambda: db.jars.update_one({"_id": jar}, {"$set": {"coins": 0}}),
        lambda: db.emptied.insert_one({"jar": jar}),
    )
    return OK


def audit(jar):
    empty = coins(jar) == 0
    noted = db.emptied.count_documents({"jar": jar}) > 0
    return 200, {"lost": empty and not noted}


def empty_and_log_side_by_side(jar):
    """Whoever finds it logged finds it noted or done, too: but for those of six orders in which the log is the first."""
    side_by_side(
        lambda: db.emptied.insert_one({"jar": jar}),
        lambda: db.log.insert_one({"jar": jar}),
        lambda: db.jars.update_one({"_id": jar}, {"$set": {"coins": 0}}),
    )
    return OK


def audit_the_log(jar):
    logged = db.log.count_documents({"jar": jar}) > 0
    noted = db.emptied.count_documents({"jar": jar}) > 0
    return 200, {"invented": logged and not noted and coins(jar) > 0}


def take_side_by_side(jar, n):
    side_by_side(lambda: coins(jar), lambda: db.members.find_one({"name": jar}))
    answer = take_guarded(jar, n)
    if answer == OK:
        side_by_side(lambda: db.log.insert_one({"jar": jar}), lambda: db.seen.insert_one({"jar": jar}))
    return answer


def commit_later(change, ms=20):
    """CHANGE is made in a transaction, and answered before that is committed."""
    session = client.start_session()
    session.start_transaction()
    try:
        done = change(session).matched_count
    except OperationFailure:  # another's transaction is in the way
        done = 0
    if not done:
        session.end_session()
        return NO
    later(ms / 1000, lambda: (session.commit_transaction(), session.end_session()))
    return OK


def add_committed_later(jar):
    """What is added to was read before the transaction began."""
    more = {"$set": {"coins": coins(jar) + 1}}
    return commit_later(lambda session: db.jars.update_one({"_id": jar}, more, session=session))


def take_committed_later(jar, n):
    enough, less = {"_id": jar, "coins": {"$gte": int(n)}}, {"$inc": {"coins": -int(n)}}
    return commit_later(lambda session: db.jars.update_one(enough, less, session=session))


def add_locked(jar, lost):
    """Behind a lock in memory, one for each jar; LOST, whoever is done throws it away though others may wait for it."""
    with guard:
        lock = locks.setdefault(jar, threading.Lock())
    with lock:
        answer = add(jar)
    if lost == "yes":
        with guard:
            locks.pop(jar, None)
    return answer


def add_by_key(jar, looking):
    """Behind a lock that is a document; LOOKING, there are two commands in the loop that waits for it."""
    while True:
        if looking == "yes":
            db.keys.find_one({"_id": jar})
        try:
            db.keys.insert_one({"_id": jar})
            break
        except DuplicateKeyError:
            time.sleep(0.02)
    answer = add(jar)
    db.keys.delete_one({"_id": jar})
    return answer


def bump(jar, reading=db, writing=db):
    coins(jar, reading)
    writing.jars.update_one({"_id": jar}, {"$inc": {"coins": 1}})
    return OK


def bump_writing_past(jar):
    return bump(jar, writing=past)


def bump_reading_past(jar):
    return bump(jar, reading=past)


def bump_looking_past(jar):
    """Nothing depends on what it sees, today."""
    answer = bump(jar)
    coins(jar, past)
    return answer


def swap(jar):
    n = coins(jar)
    unchanged = {"_id": jar, "coins": n}
    return OK if db.jars.update_one(unchanged, {"$set": {"coins": n + 1}}).modified_count else NO


def claim(jar, reading=db, writing=db):
    """The empty jar is whose coin is in it."""
    if coins(jar, reading):
        return NO
    writing.jars.update_one({"_id": jar}, {"$set": {"coins": 1}})
    return OK


def claim_writing_past(jar):
    return claim(jar, writing=past)


def claim_reading_past(jar):
    return claim(jar, reading=past)


def claim_or_leave(jar):
    """Whoever comes while another is at it is turned away."""
    coins(jar)
    with guard:
        if jar in busy:
            return NO
        busy.add(jar)
    try:
        return claim(jar)
    finally:
        busy.discard(jar)


def paint(jar, colour):
    db.jars.update_many({"_id": jar}, {"$set": {"colour": colour}})
    return OK


def scrap(jar):
    return OK if db.jars.delete_many({"_id": jar}).deleted_count else NO


def look(jar, where=db):
    document = where.jars.find_one({"_id": jar})
    return (200, document) if document else (404, {})


def look_past(jar):
    return look(jar, past)


# what is there once, or should be


def open_page(book, binding):
    db[binding].update_one({"book": book, "number": 1}, {"$setOnInsert": {"words": 0}}, upsert=True)
    return OK


def count_visit(door):
    if not db.visits.update_one({"door": door}, {"$inc": {"n": 1}}).matched_count:
        db.visits.insert_one({"door": door, "n": 1})
    return OK


def sorted_by_time():
    number, letters = (int(time.time() * 1000) << 80) | random.getrandbits(80), "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "".join(letters[(number >> 5 * place) & 31] for place in range(25, -1, -1))


def salted():
    salt = os.urandom(8)
    return salt.hex() + hashlib.sha256(salt + b"open sesame").hexdigest()


MARKS = {
    "chance": lambda: {
        "uuid": str(uuid.uuid4()),
        "ulid": sorted_by_time(),
        "short": "".join(random.choices("bcdfghjkmnpqrstvwxz", k=8)),
        "password": salted(),
    },
    "clock": lambda: {
        "seconds": int(time.time()),
        "millis": int(time.time() * 1000),
        "header": formatdate(usegmt=True),
        "date": datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0),
    },
}


def join(name, marks):
    if db.members.find_one({"name": name}):
        return NO
    member = {"_id": str(uuid.uuid4()), "name": name, **MARKS[marks]()}
    try:
        db.members.insert_one(member)
    except DuplicateKeyError:
        return NO
    return 200, member


def badge(name):
    """Made of the member and the second."""
    time.sleep(0.05)
    now = datetime.datetime.now(datetime.timezone.utc)
    text = base64.urlsafe_b64encode(f"{name} {int(now.timestamp())}".encode()).decode()
    token = text + "." + hashlib.sha256(b"secret" + text.encode()).hexdigest()
    db.seen.update_one({"_id": name}, {"$set": {"at": now}})
    db.badges.insert_one({"name": name, "token": token})
    return 200, {"token": token}


def fill_basket(thing, sid=None):
    basket = db.baskets.find_one({"_id": sid}) if sid else None
    if basket is None:
        basket = {"_id": str(uuid.uuid4()), "things": []}
        db.baskets.insert_one(basket)
    db.baskets.update_one({"_id": basket["_id"]}, {"$set": {"things": basket["things"] + [thing]}})
    return 200, {"things": basket["things"] + [thing]}, basket["_id"]


def note(book, line):
    lines = (db.diaries.find_one({"_id": book}) or {}).get("lines", [])
    db.diaries.update_one({"_id": book}, {"$set": {"lines": lines + [line]}})
    return OK


# several documents at a time


def confirm(booking):
    booked = db.bookings.find_one_and_update({"no": booking, "state": "open"}, {"$set": {"state": "confirmed"}})
    if booked is None:
        return NO
    db.accounts.update_one({"no": booked["account"]}, {"$inc": {"credit": -booked["hours"]}})
    return OK


def cancel(booking):
    booked = db.bookings.find_one({"no": booking})
    if booked["state"] != "confirmed":
        return NO
    account = db.accounts.find_one({"no": booked["account"]})
    db.bookings.update_one({"no": booking}, {"$set": {"state": "cancelled"}})
    db.accounts.update_one({"no": account["no"]}, {"$set": {"credit": account["credit"] + booked["hours"]}})
    return OK


def go_to_sleep(tower, name):
    def unless_alone(session):
        if db.guards.count_documents({"tower": tower, "awake": True}, session=session) < 2:
            return NO
        db.guards.update_one({"tower": tower, "name": name}, {"$set": {"awake": False}}, session=session)
        return OK

    with client.start_session() as session:
        return session.with_transaction(unless_alone)


def hand_over(giver, taker):
    """Noted as open first, outside of the transaction that is to finish it, and never tried again."""
    ticket = db.tickets.insert_one({"giver": giver, "taker": taker, "state": "open"}).inserted_id
    with client.start_session() as session:
        session.start_transaction()
        try:
            db.purses.update_one({"_id": giver}, {"$inc": {"coins": -10}}, session=session)
            db.purses.update_one({"_id": taker}, {"$inc": {"coins": 10}}, session=session)
            db.tickets.update_one({"_id": ticket}, {"$set": {"state": "done"}}, session=session)
            session.commit_transaction()
        except OperationFailure as failure:
            return 500, {"error": str(failure)[:60]}
    return OK


# an outbox: what is to be sent is written beside what it is about, and sent by somebody else


def take_and_mail(jar, n):
    answer = take_guarded(jar, n)
    if answer == OK:
        db.outbox.insert_one({"jar": jar, "sent": False})
    return answer


def send_mail(seconds):
    while True:
        mail = db.outbox.find_one_and_update({"sent": False}, {"$set": {"sent": True}})
        if mail:
            db.mails.insert_one({"about": mail["jar"]})
        time.sleep(seconds)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        url = urlsplit(self.path)
        arguments = dict(parse_qsl(url.query))
        sid = SimpleCookie(self.headers.get("Cookie", "")).get("sid")
        if sid:
            arguments["sid"] = sid.value
        try:
            status, body, *cookie = globals()[url.path[1:].replace("-", "_")](**arguments)
        except PyMongoError as problem:
            status, body, cookie = 503 if problem.timeout else 500, {"error": repr(problem)[:400]}, []
        text = json.dumps(body, default=str).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        for value in cookie:
            self.send_header("Set-Cookie", f"sid={value}")
        self.end_headers()
        try:
            self.wfile.write(text)
        except ConnectionError:
            self.close_connection = True  # whoever asked has gone

    do_GET = do_POST

    def log_message(self, *args):
        pass


def look_for_work():
    while True:
        db.work.find_one({"done": False})
        time.sleep(0.05)


if "looking" in sys.argv:
    threading.Thread(target=look_for_work, daemon=True).start()
if "writing" in sys.argv:
    threading.Thread(target=send_mail, args=[float(sys.argv[-1])], daemon=True).start()
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
os._exit(0)
