package dev.photofinish.misty;

import dev.photofinish.misty.auth.Tokens;
import dev.photofinish.misty.health.Health;
import dev.photofinish.misty.orders.Orders;
import dev.photofinish.misty.payroll.Payroll;
import dev.photofinish.misty.production.Production;
import dev.photofinish.misty.store.Store;
import dev.photofinish.misty.users.SignIn;
import dev.photofinish.misty.users.UserAdministration;
import dev.photofinish.misty.users.Users;
import java.util.List;

/** Puts the application together: which features there are and what each needs. */
final class Misty {

    private Misty() {}

    static List<Feature> features(MistySettings settings, Store store, Tokens tokens) {
        Users users = new Users(store, settings.clock());
        users.seed(settings.adminPassword(), settings.password());
        return List.of(
                new Health(settings.clock()),
                new SignIn(users, tokens),
                new UserAdministration(users),
                new Payroll(store, users, settings.hazards(), settings.clock()),
                new Production(store, new Orders(store), settings.hazards(), settings.clock()));
    }
}
