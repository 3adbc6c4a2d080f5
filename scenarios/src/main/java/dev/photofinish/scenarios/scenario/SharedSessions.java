package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.system.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who of a scenario's contenders shares cookies and token with whom. Pure. */
public final class SharedSessions {

    private SharedSessions() {}

    /** A sentence for each user that several contenders are. */
    public static List<String> sentences(ScenarioFile scenario, SystemFile system) {
        Map<User, List<String>> byUser = new LinkedHashMap<>();
        Map<String, Integer> placesTaken = new HashMap<>();
        for (Contender contender : scenario.contenders()) {
            int place = placesTaken.merge(contender.role(), 1, Integer::sum) - 1;
            if (contender.sharing() == Contender.Sharing.THE_USERS) {
                byUser.computeIfAbsent(system.user(contender.role(), place), user -> new ArrayList<>())
                        .add(contender.name());
            }
        }
        return byUser.entrySet().stream()
                .filter(shared -> shared.getValue().size() > 1)
                .map(shared -> sentence(shared.getKey(), shared.getValue()))
                .toList();
    }

    private static String sentence(User user, List<String> contenders) {
        return String.join(" and ", contenders) + " are one user, " + user.name()
                + ": they share cookies and token, as two tabs of a browser do. session: own gives a contender a"
                + " sign-in of its own.";
    }
}
