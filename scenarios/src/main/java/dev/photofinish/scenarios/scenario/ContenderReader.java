package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the contenders, each against its own copy of the names. */
final class ContenderReader {

    private final StepReader steps;
    private final Problems problems;

    ContenderReader(StepReader steps, Problems problems) {
        this.steps = steps;
        this.problems = problems;
    }

    /** Afterwards the names have every contender's. */
    List<Contender> read(YamlNode node, Names names) {
        List<Contender> contenders = new ArrayList<>();
        Names before = names.copy();
        if (node.get("count").isPresent()) {
            int count = node.get("count").map(number -> number.toJson().asInt()).orElse(0);
            for (int number = 1; number <= count; number++) {
                contenders.add(one("A" + number, node, node.at(), before, names));
            }
        } else {
            node.entries()
                    .forEach((name, part) ->
                            contenders.add(one(name, part, StepReader.keyAt(node, name), before, names)));
        }
        if (!contenders.isEmpty()) {
            names.add(Standing.ALL);
        }
        return contenders;
    }

    private Contender one(String name, YamlNode node, Location at, Names before, Names after) {
        Names names = before.copy();
        String role = node.get("as").map(steps::role).orElse("");
        Set<String> fields = new TreeSet<>(Standing.OUTCOMES);
        fields.addAll(Standing.ANSWER);
        List<Step.Call> calls = new ArrayList<>();
        for (YamlNode step : node.get("do").map(YamlNode::items).orElse(List.of())) {
            refuseHidingStanding(step);
            steps.call(step, role, names).ifPresent(call -> {
                calls.add(call);
                fields.addAll(call.keep().keySet());
            });
        }
        after.addContender(name, fields, at);
        Contender.Sharing sharing = node.get("session")
                .filter(session -> session.toJson().asText().equals("own"))
                .map(own -> Contender.Sharing.ITS_OWN)
                .orElse(Contender.Sharing.THE_USERS);
        return new Contender(name, role, sharing, calls);
    }

    private void refuseHidingStanding(YamlNode step) {
        step.get("keep")
                .ifPresent(keep -> keep.entries().keySet().stream()
                        .filter(Standing.OUTCOMES::contains)
                        .forEach(name -> problems.add(
                                StepReader.keyAt(keep, name),
                                "a kept value \"" + name + "\", which every contender has already",
                                "another name")));
    }
}
