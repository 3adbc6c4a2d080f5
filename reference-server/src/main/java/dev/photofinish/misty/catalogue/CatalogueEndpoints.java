package dev.photofinish.misty.catalogue;

import dev.photofinish.misty.Feature;
import dev.photofinish.misty.auth.Gate;
import dev.photofinish.misty.clients.Clients;
import dev.photofinish.misty.http.Answer;
import dev.photofinish.misty.http.Call;
import dev.photofinish.misty.http.Routes;
import dev.photofinish.misty.store.Documents;
import java.util.Map;

/** The catalogue over HTTP. Each product belongs to a client, which must be active. */
public final class CatalogueEndpoints implements Feature {

    private final Catalogue catalogue;
    private final Clients clients;

    public CatalogueEndpoints(Catalogue catalogue, Clients clients) {
        this.catalogue = catalogue;
        this.clients = clients;
    }

    @Override
    public void addTo(Routes routes) {
        String all = "/api/clients/{client}/catalog";
        String one = all + "/{product}";
        routes.get(all, Gate.WORKING, call -> Answer.bare(Documents.shown(catalogue.list(client(call)))));
        routes.post(all, Gate.ADMIN_OR_SALES, this::add);
        routes.get(
                one,
                Gate.WORKING,
                call -> Answer.bare(Documents.shown(catalogue.required(client(call), product(call)))));
        routes.put(one, Gate.ADMIN_OR_SALES, this::replace);
        routes.delete(one, Gate.ADMIN_OR_SALES, this::deactivate);
        routes.post(one + "/copy-to/{other}", Gate.ADMIN_OR_SALES, this::copy);
    }

    private Answer add(Call call) {
        ProductBody body = call.body(ProductBody.class);
        return Answer.ok("Product added", Map.of("id", catalogue.add(client(call), body.fields())));
    }

    private Answer replace(Call call) {
        ProductBody body = call.body(ProductBody.class);
        catalogue.replace(client(call), product(call), body.fields(), call.seenVersion(body.version()));
        return Answer.ok("Product updated");
    }

    private Answer deactivate(Call call) {
        catalogue.deactivate(client(call), product(call));
        return Answer.ok("Product deleted");
    }

    private Answer copy(Call call) {
        String other = clients.required(call.path("other")).getString("id");
        return Answer.ok("Product copied", Map.of("id", catalogue.copy(client(call), product(call), other)));
    }

    private String client(Call call) {
        return clients.required(call.path("client")).getString("id");
    }

    private static String product(Call call) {
        return call.path("product");
    }
}
