"""A shop as applications in Python are: python shop.py ADDRESS DATABASE. It says its port, and ends when its input does."""
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from pymongo import MongoClient

address, database = sys.argv[1:]
client = MongoClient(address)
db = client[database]


def take(quantity, session=None):
    stock = db.stock.find_one({"_id": "S-1"}, session=session)
    if stock["quantity"] < quantity:
        return False
    db.stock.update_one({"_id": "S-1"}, {"$set": {"quantity": stock["quantity"] - quantity}}, session=session)
    db.movements.insert_one({"stock": "S-1", "quantity": quantity}, session=session)
    return True


def take_safely(quantity):
    enough = {"_id": "S-1", "quantity": {"$gte": quantity}}
    if db.stock.find_one_and_update(enough, {"$inc": {"quantity": -quantity}}) is None:
        return False
    db.movements.insert_one({"stock": "S-1", "quantity": quantity})
    return True


def take_and_report(quantity):
    taken = take_safely(quantity)
    if db.stock.find_one({"_id": "S-1"})["quantity"] < quantity:
        threading.Thread(target=report).start()
    return taken


def report():
    """What takes the processor a while, for whoever leaves too little."""
    end = time.thread_time() + 0.15
    while time.thread_time() < end:
        sum(range(1000))
    db.reports.insert_one({"stock": "S-1"})


def take_in_transaction(quantity):
    with client.start_session() as session:
        return session.with_transaction(lambda s: take(quantity, s))


ROUTES = {
    "/take": take,
    "/take-safely": take_safely,
    "/take-in-transaction": take_in_transaction,
    "/take-and-report": take_and_report,
}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        url = urlsplit(self.path)
        taken = ROUTES[url.path](int(parse_qs(url.query)["quantity"][0]))
        self.send_response(200 if taken else 409)
        self.end_headers()

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
