// A shop as applications in JavaScript are: node shop.mjs ADDRESS DATABASE. It says its port, and ends when its input does.
import http from "node:http";
import { MongoClient } from "mongodb";

const [address, database] = process.argv.slice(2);
const client = new MongoClient(address);
const stock = client.db(database).collection("stock");
const movements = client.db(database).collection("movements");

async function take(quantity, session) {
  const lot = await stock.findOne({ _id: "S-1" }, { session });
  if (lot.quantity < quantity) return false;
  await stock.updateOne({ _id: "S-1" }, { $set: { quantity: lot.quantity - quantity } }, { session });
  await movements.insertOne({ stock: "S-1", quantity }, { session });
  return true;
}

async function takeSafely(quantity) {
  const enough = { _id: "S-1", quantity: { $gte: quantity } };
  if ((await stock.findOneAndUpdate(enough, { $inc: { quantity: -quantity } })) === null) return false;
  await movements.insertOne({ stock: "S-1", quantity });
  return true;
}

function takeInTransaction(quantity) {
  return client.withSession((session) => session.withTransaction(() => take(quantity, session)));
}

const routes = { "/take": take, "/take-safely": takeSafely, "/take-in-transaction": takeInTransaction };

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, "http://shop");
  try {
    const taken = await routes[url.pathname](Number(url.searchParams.get("quantity")));
    response.writeHead(taken ? 200 : 409).end();
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
// a connection that is closed while the next request is on its way loses it
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
