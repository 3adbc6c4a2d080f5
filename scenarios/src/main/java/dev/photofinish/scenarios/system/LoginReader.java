package dev.photofinish.scenarios.system;

import dev.photofinish.scenarios.template.Reference;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.Location;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.YamlMap;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the ways of signing in. */
final class LoginReader {

    private final Problems problems;

    LoginReader(Problems problems) {
        this.problems = problems;
    }

    Login read(YamlNode node) {
        if (node instanceof YamlScalar word) {
            return word.text().equals("basic")
                    ? new Login.Basic(own(word, "{{user.name}}"), own(word, "{{user.password}}"))
                    : new Login.None();
        }
        Optional<YamlNode> basic = node.get("basic");
        if (basic.isPresent()) {
            alone(node, "basic");
            return new Login.Basic(part(basic.get(), "username"), part(basic.get(), "password"));
        }
        if (node instanceof YamlMap map && map.get("request").isEmpty()) {
            return fixed(map);
        }
        return byRequest(node.itemsOrSelf());
    }

    private Login fixed(YamlMap map) {
        if (map.get("headers").isEmpty()) {
            problems.add(
                    map.at(), "a login without \"request\", \"basic\" or \"headers\"", "one of them", "or login: none");
        }
        alone(map, "headers");
        return new Login.Fixed(new RequestReader(problems).headers(map));
    }

    private void alone(YamlNode node, String only) {
        Set<String> others = new java.util.TreeSet<>(node.entries().keySet());
        others.remove(only);
        for (String other : others) {
            Location where = node instanceof YamlMap map ? map.keyAt(other) : node.at();
            problems.add(
                    where,
                    "\"" + other + "\" beside \"" + only + "\" in a login without a request",
                    only + " alone",
                    "add the request, or remove " + other);
        }
    }

    private Login byRequest(List<YamlNode> nodes) {
        List<LoginRequest> requests = new ArrayList<>();
        Map<String, Template> send = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(Set.of("user"));
        for (YamlNode node : nodes) {
            Optional<Request> request = new RequestReader(problems).read(node);
            request.ifPresent(there -> checkNames(there.references(), known));
            Map<String, Keep> keep = keep(node);
            known.addAll(keep.keySet());
            request.ifPresent(there -> requests.add(new LoginRequest(there, keep, AnswersReader.ofLogin(node))));
            node.get("send")
                    .flatMap(there -> there.get("headers"))
                    .ifPresent(headers -> send.putAll(Template.mapOf(headers, problems)));
        }
        if (send.isEmpty() && known.contains("token")) {
            send.put("Authorization", own(nodes.getLast(), "Bearer {{token}}"));
        }
        send.values().forEach(value -> checkNames(value.references(), known));
        return new Login.ByRequest(requests, Collections.unmodifiableMap(send));
    }

    private Map<String, Keep> keep(YamlNode node) {
        Map<String, Keep> keep = new LinkedHashMap<>();
        node.get("token").flatMap(token -> Keep.of(token, problems)).ifPresent(token -> keep.put("token", token));
        node.get("keep").ifPresent(map -> keep.putAll(Keep.mapOf(map, problems)));
        return Collections.unmodifiableMap(keep);
    }

    private void checkNames(List<Reference> references, Set<String> known) {
        references.stream()
                .filter(reference -> !known.contains(reference.name()))
                .forEach(reference -> problems.addUnknown(reference.at(), "name", reference.name(), known));
    }

    private Template part(YamlNode owner, String key) {
        return owner.get(key).map(node -> Template.of(node, problems)).orElseGet(() -> own(owner, ""));
    }

    /** A template of ours, placed where the file asked for it. */
    private Template own(YamlNode where, String text) {
        return Template.of(
                new YamlScalar(where.at(), com.fasterxml.jackson.databind.node.TextNode.valueOf(text), 0), problems);
    }
}
