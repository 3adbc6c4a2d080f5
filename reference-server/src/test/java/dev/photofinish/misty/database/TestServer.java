package dev.photofinish.misty.database;

import com.mongodb.client.MongoClient;

/** A server that the tests of this JVM share, and their client to it. */
record TestServer(RunningDatabase database, MongoClient client) {}
