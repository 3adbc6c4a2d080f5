package dev.photofinish.misty.clients;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Documents;
import java.util.Map;

/** The clients over HTTP. */
public final class ClientEndpoints implements Feature {

    private final Clients clients;
    private final OpenOrders openOrders;

    public ClientEndpoints(Clients clients, OpenOrders openOrders) {
        this.clients = clients;
        this.openOrders = openOrders;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/api/clients", Gate.WORKING, call -> Answer.bare(Documents.shown(clients.list())));
        routes.post("/api/clients", Gate.ADMIN_OR_SALES, this::create);
        routes.get("/api/clients/{id}", Gate.WORKING, this::get);
        routes.put("/api/clients/{id}", Gate.ADMIN_OR_SALES, this::replace);
        routes.delete("/api/clients/{id}", Gate.ADMIN_ONLY, this::deactivate);
    }

    private Answer create(Call call) {
        return Answer.ok("Client created", Map.of("id", clients.create(call.body(ClientBody.class))));
    }

    private Answer get(Call call) {
        return Answer.bare(Documents.shown(clients.required(call.path("id"))));
    }

    private Answer replace(Call call) {
        ClientBody body = call.body(ClientBody.class);
        clients.replace(call.path("id"), body, call.seenVersion(body.version()));
        return Answer.ok("Client updated");
    }

    private Answer deactivate(Call call) {
        clients.deactivate(call.path("id"), openOrders);
        return Answer.ok("Client deleted");
    }
}
