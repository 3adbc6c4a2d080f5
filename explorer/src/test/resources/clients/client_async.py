"""What an application with asyncio does: python client_async.py ADDRESS DATABASE"""
import asyncio
import sys

from motor.motor_asyncio import AsyncIOMotorClient


async def main(address, database):
    client = AsyncIOMotorClient(address, compressors="zlib", serverSelectionTimeoutMS=5000)
    stock = client[database].stock
    await stock.insert_many({"_id": i, "quantity": 100} for i in range(20))
    await stock.update_one({"_id": 1}, {"$inc": {"quantity": -80}})
    assert len([lot async for lot in stock.find(batch_size=6)]) == 20
    if client.topology_description.replica_set_name:
        async with await client.start_session() as session:
            await session.with_transaction(
                lambda s: stock.update_one({"_id": 2}, {"$set": {"quantity": 0}}, session=s)
            )
    else:
        await stock.update_one({"_id": 2}, {"$set": {"quantity": 0}})
    print("servers", " ".join(f"{host}:{port}" for host, port in client.topology_description.server_descriptions()))
    client.close()


asyncio.run(main(*sys.argv[1:]))
