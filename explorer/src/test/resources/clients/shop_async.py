"""
A shop as applications on FastAPI are: python shop_async.py ADDRESS DATABASE. It says its port, and ends when its input
does. Its invoices send what Misty's do: the number is counted, and somebody else may count before it is used.
"""
import sys
import threading
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Annotated
from uuid import uuid4

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Query, Request
from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorDatabase
from pydantic import BaseModel, Field

address, database = sys.argv[1:]


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.client = AsyncIOMotorClient(address)
    yield
    app.state.client.close()


app = FastAPI(lifespan=lifespan)


async def get_db(request: Request) -> AsyncIOMotorDatabase:
    return request.app.state.client[database]


Db = Annotated[AsyncIOMotorDatabase, Depends(get_db)]
Quantity = Annotated[int, Query(gt=0)]


class Taken(BaseModel):
    quantity: int


async def read_and_take(db, quantity, session=None):
    stock = await db.stock.find_one({"_id": "S-1"}, session=session)
    if stock["quantity"] < quantity:
        return False
    left = stock["quantity"] - quantity
    await db.stock.update_one({"_id": "S-1"}, {"$set": {"quantity": left}}, session=session)
    await db.movements.insert_one({"stock": "S-1", "quantity": quantity}, session=session)
    return True


def answer(taken: bool, quantity: int) -> Taken:
    if not taken:
        raise HTTPException(409, "Not enough in stock")
    return Taken(quantity=quantity)


@app.post("/take")
async def take(quantity: Quantity, db: Db) -> Taken:
    return answer(await read_and_take(db, quantity), quantity)


@app.post("/take-safely")
async def take_safely(quantity: Quantity, db: Db) -> Taken:
    enough = {"_id": "S-1", "quantity": {"$gte": quantity}}
    taken = await db.stock.find_one_and_update(enough, {"$inc": {"quantity": -quantity}}) is not None
    if taken:
        await db.movements.insert_one({"stock": "S-1", "quantity": quantity})
    return answer(taken, quantity)


@app.post("/take-in-transaction")
async def take_in_transaction(quantity: Quantity, db: Db) -> Taken:
    async with await db.client.start_session() as session:
        return answer(await session.with_transaction(lambda s: read_and_take(db, quantity, s)), quantity)


class Item(BaseModel):
    product_name: str
    quantity: int
    unit_price: float
    total_price: float


class Order(BaseModel):
    id: str
    client_id: str
    items: list[Item]
    subtotal: float
    gst: float
    total_amount: float


class Client(BaseModel):
    id: str
    company_name: str
    payment_terms: str = "Net 30 days"
    lead_time_days: int = 7


class Invoice(BaseModel):
    id: str = Field(default_factory=lambda: str(uuid4()))
    invoice_number: str
    job_id: str
    client_id: str
    items: list[Item]
    subtotal: float
    gst: float
    total_amount: float
    payment_terms: str
    due_date: datetime
    status: str = "draft"
    created_at: datetime = Field(default_factory=lambda: datetime.now(timezone.utc))


class Invoiced(BaseModel):
    message: str
    invoice_id: str
    invoice_number: str
    xero_draft_created: bool


async def order_to_invoice(order: str, db: Db) -> Order:
    found = await db.orders.find_one({"id": order})
    if found is None:
        raise HTTPException(404, "Order not found")
    return Order(**found)


@app.post("/invoices")
async def invoice_order(order: Annotated[Order, Depends(order_to_invoice)], db: Db) -> Invoiced:
    client = await db.clients.find_one({"id": order.client_id})
    if client is None:
        raise HTTPException(404, "Client not found")
    invoice = Invoice(
        invoice_number=f"INV-{await db.invoices.count_documents({}) + 1:04d}",
        job_id=order.id,
        payment_terms=Client(**client).payment_terms,
        due_date=datetime.now(timezone.utc) + timedelta(days=30),
        **order.model_dump(exclude={"id"}),
    )
    await db.invoices.insert_one(invoice.model_dump())
    await db.orders.update_one(
        {"id": order.id},
        {
            "$set": {
                "invoiced": True,
                "current_stage": "accounting_transaction",
                "status": "accounting_draft",
                "updated_at": datetime.now(timezone.utc),
            }
        },
    )
    connected = await db.xero_tokens.find_one({"tenant": "default"}) is not None
    return Invoiced(
        message="Invoice generated",
        invoice_id=invoice.id,
        invoice_number=invoice.invoice_number,
        xero_draft_created=connected,
    )


class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)


# a connection that is closed while the next request is on its way loses it
server = Server(uvicorn.Config(app, port=0, access_log=False, log_level="warning", timeout_keep_alive=60))


def stop():
    sys.stdin.read()
    server.should_exit = True


threading.Thread(target=stop, daemon=True).start()
server.run()
