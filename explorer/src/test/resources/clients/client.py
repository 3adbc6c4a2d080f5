"""What an application in Python does: python client.py ADDRESS DATABASE"""
import sys

from pymongo import MongoClient

address, database = sys.argv[1:]
client = MongoClient(address, compressors="zlib", serverSelectionTimeoutMS=5000)
stock = client[database].stock
stock.insert_many({"_id": i, "quantity": 100} for i in range(20))
stock.update_one({"_id": 1}, {"$inc": {"quantity": -80}})
assert len(list(stock.find(batch_size=6))) == 20
if client.topology_description.replica_set_name:
    with client.start_session() as session:
        session.with_transaction(
            lambda s: stock.update_one({"_id": 2}, {"$set": {"quantity": 0}}, session=s)
        )
else:
    stock.update_one({"_id": 2}, {"$set": {"quantity": 0}})
print("servers", " ".join(f"{host}:{port}" for host, port in client.topology_description.server_descriptions()))
client.close()
