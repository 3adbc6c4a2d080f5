package dev.photofinish.misty;

import dev.photofinish.misty.auth.Tokens;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Store;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Misty: an HTTP server (Helidon SE, a virtual thread a connection) over one MongoDB database. */
public final class MistyServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MistyServer.class);

    private final MistySettings settings;
    private final Store store;
    private final WebServer web;

    private MistyServer(MistySettings settings, Store store, WebServer web) {
        this.settings = settings;
        this.store = store;
        this.web = web;
    }

    /**
     * Connects to the database, finishes what an interrupted server left there, seeds the accounts and begins to listen.
     *
     * @throws CannotStart in one sentence: the port is in use, the database does not answer, its data has duplicates
     */
    public static MistyServer start(MistySettings settings) {
        if (!settings.hazards().on().isEmpty()) {
            LOG.warn(
                    "Hazards are on, this server is wrong on purpose: {}",
                    settings.hazards().names());
        }
        Store store = openStore(settings);
        try {
            return new MistyServer(settings, store, listen(settings, routes(settings, store)));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public URI url() {
        return URI.create("http://" + settings.host() + ":" + web.port());
    }

    /** Stops it and deletes its database; for a run that made both. */
    public void discard() {
        web.stop();
        store.drop();
        store.close();
    }

    @Override
    public void close() {
        web.stop();
        store.close();
    }

    private static Store openStore(MistySettings settings) {
        try {
            return Store.open(settings.mongoUri(), settings.databaseName(), settings.pool());
        } catch (com.mongodb.MongoException e) {
            throw new CannotStart(
                    "The database does not answer within "
                            + settings.pool().serverSelection().toSeconds()
                            + " s: is it running, and is its address right?",
                    e);
        }
    }

    private static Routes routes(MistySettings settings, Store store) {
        Tokens tokens = new Tokens(settings.secretKey(), settings.clock());
        Routes routes = new Routes(tokens, settings.hazards().names());
        List<Feature> features = Misty.features(settings, store, tokens);
        features.forEach(Feature::recover);
        features.forEach(feature -> feature.addTo(routes));
        return routes;
    }

    private static WebServer listen(MistySettings settings, Routes routes) {
        mustBeFree(settings);
        WebServer web = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .routing(routes.routing())
                .build()
                .start();
        if (!web.isRunning()) {
            throw cannotListen(settings, new IOException("the web server did not start, its log says why"));
        }
        return web;
    }

    /** Helidon only logs that it could not bind, and returns a server that does not run. */
    private static void mustBeFree(MistySettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException taken) {
            throw cannotListen(settings, taken);
        }
    }

    private static CannotStart cannotListen(MistySettings settings, IOException cause) {
        return new CannotStart(
                "Port " + settings.port() + " of " + settings.host() + " cannot be listened on ("
                        + cause.getMessage() + "): it is in use, or not ours. Choose another with --port, 0 takes any"
                        + " free one.",
                cause);
    }
}
