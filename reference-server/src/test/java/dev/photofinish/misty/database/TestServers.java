package dev.photofinish.misty.database;

/** Where the extension gets its servers from. */
interface TestServers {

    /**
     * The server of that engine; the same one each time.
     *
     * @throws DatabaseUnavailable if there is none, the same way each time
     */
    TestServer on(Engine engine);
}
