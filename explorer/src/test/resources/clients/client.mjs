// What an application in JavaScript does: node client.mjs ADDRESS DATABASE
import { createRequire } from "node:module";

const { MongoClient } = createRequire(process.cwd() + "/")("mongodb");
const [address, database] = process.argv.slice(2);
const client = new MongoClient(address, { compressors: ["zlib"], serverSelectionTimeoutMS: 5000 });
await client.connect();
const stock = client.db(database).collection("stock");
await stock.insertMany(Array.from({ length: 20 }, (_, i) => ({ _id: i, quantity: 100 })));
await stock.updateOne({ _id: 1 }, { $inc: { quantity: -80 } });
const all = await stock.find({}, { batchSize: 6 }).toArray();
if (all.length !== 20) throw new Error(`${all.length} documents`);
if (client.topology.description.setName) {
  await client.withSession((session) =>
    session.withTransaction(() => stock.updateOne({ _id: 2 }, { $set: { quantity: 0 } }, { session })),
  );
} else {
  await stock.updateOne({ _id: 2 }, { $set: { quantity: 0 } });
}
console.log("servers", [...client.topology.description.servers.keys()].join(" "));
await client.close();
