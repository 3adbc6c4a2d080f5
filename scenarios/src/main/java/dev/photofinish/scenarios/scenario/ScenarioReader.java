package dev.photofinish.scenarios.scenario;

import dev.photofinish.scenarios.system.CompareReader;
import dev.photofinish.scenarios.system.Failures;
import dev.photofinish.scenarios.system.IgnoreReader;
import dev.photofinish.scenarios.system.Invariant;
import dev.photofinish.scenarios.system.SystemFile;
import dev.photofinish.scenarios.system.Titles;
import dev.photofinish.scenarios.template.EnvironmentValues;
import dev.photofinish.scenarios.template.Template;
import dev.photofinish.scenarios.yaml.FileProblems;
import dev.photofinish.scenarios.yaml.FileSchema;
import dev.photofinish.scenarios.yaml.Problems;
import dev.photofinish.scenarios.yaml.SourceText;
import dev.photofinish.scenarios.yaml.YamlNode;
import dev.photofinish.scenarios.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads scenario files in the order in which a round runs, so that every step is read against what it can know. */
final class ScenarioReader {

    static final FileSchema SCHEMA = FileSchema.ofResource("/schema/scenario.schema.json");

    private final SystemFile system;
    private final Problems problems = new Problems();
    private final StepReader steps;

    private ScenarioReader(SystemFile system) {
        this.system = system;
        this.steps = new StepReader(system, problems);
    }

    /** @throws FileProblems with everything that is wrong with it */
    static ScenarioFile read(SourceText source, SystemFile system) {
        return new ScenarioReader(system).read(source);
    }

    private ScenarioFile read(SourceText source) {
        Optional<ScenarioFile> scenario = YamlReader.read(source.file(), source.text(), problems)
                .map(root -> {
                    EnvironmentValues.refuse(root, "a scenario", problems);
                    SCHEMA.check(root, problems);
                    return scenario(root);
                });
        problems.throwIfAny();
        return scenario.orElseThrow();
    }

    private ScenarioFile scenario(YamlNode root) {
        Names names = Names.ofRound(problems);
        List<Step> given = given(root, names);
        List<Contender> contenders = root.get("contenders")
                .map(node -> new ContenderReader(steps, problems).read(node, names))
                .orElse(List.of());
        List<Step.Call> then = calls(root, "then", names);
        List<Step.Call> cleanup = calls(root, "cleanup", names.copy());
        String name = root.text("scenario");
        refuseJudgingNothing(root);
        return new ScenarioFile(
                name,
                root.get("title").map(YamlNode::text).orElseGet(() -> name.isEmpty() ? "" : Titles.of(name)),
                root.get("source").map(YamlNode::text),
                given,
                contenders,
                rendezvous(root, contenders),
                root.get("expect")
                        .map(node -> new ExpectationReader(problems).read(node, contenders.size(), names))
                        .orElse(Expectation.NOTHING),
                then,
                cleanup,
                invariants(root, names),
                root.get("serial").map(node -> node.toJson().asBoolean()).orElse(false),
                root.get("failures").map(YamlNode::text).flatMap(Failures::named),
                IgnoreReader.read(root),
                CompareReader.ignored(root),
                root.get("pairs").map(YamlNode::text));
    }

    private List<Step> given(YamlNode root, Names names) {
        List<Step> given = new ArrayList<>();
        for (YamlNode node : root.get("given").map(YamlNode::items).orElse(List.of())) {
            if (node.get("insert").isPresent()) {
                given.add(insert(node, names));
            } else {
                requireCall(node);
                steps.call(node, names).ifPresent(given::add);
                node.get("with").ifPresent(with -> with.entries().keySet().forEach(names::add));
            }
        }
        return given;
    }

    private void requireCall(YamlNode node) {
        for (String key : List.of("as", "call")) {
            if (node.get(key).isEmpty()) {
                problems.add(
                        node.at(), "a given step without \"" + key + "\"", "{ as, call } or { insert, documents }");
            }
        }
    }

    private Step.Insert insert(YamlNode node, Names names) {
        for (String key : List.of("as", "call", "with", "keep")) {
            if (node.get(key).isPresent()) {
                problems.add(StepReader.keyAt(node, key), "\"" + key + "\" beside \"insert\"", "{ insert, documents }");
            }
        }
        if (node.get("documents").isEmpty()) {
            problems.add(node.at(), "an insert without \"documents\"", "a list of documents");
        }
        if (system.database().isEmpty()) {
            problems.add(
                    node.at(),
                    "an insert, but the system " + system.name() + " has no \"database\"",
                    "",
                    "name it there");
        }
        List<Template> documents = node.get("documents").map(YamlNode::items).orElse(List.of()).stream()
                .map(document -> Template.of(document, problems))
                .toList();
        documents.forEach(document -> names.check(document.references()));
        return new Step.Insert(node.text("insert"), documents, node.at());
    }

    private List<Step.Call> calls(YamlNode root, String key, Names names) {
        List<Step.Call> calls = new ArrayList<>();
        for (YamlNode node : root.get(key).map(YamlNode::items).orElse(List.of())) {
            steps.call(node, names).ifPresent(calls::add);
        }
        return calls;
    }

    private Rendezvous rendezvous(YamlNode root, List<Contender> contenders) {
        Optional<YamlNode> each =
                root.get("rendezvous").filter(node -> node.text().equals("each step"));
        boolean unequal = contenders.stream()
                        .map(contender -> contender.steps().size())
                        .distinct()
                        .count()
                > 1;
        if (each.isPresent() && unequal) {
            problems.add(
                    each.get().at(),
                    "a rendezvous at each step of contenders that have different numbers of steps",
                    "as many steps for each, or \"the last step\"");
        }
        return each.isPresent() ? Rendezvous.EACH_STEP : Rendezvous.LAST_STEP;
    }

    private List<Invariant> invariants(YamlNode root, Names names) {
        List<Invariant> invariants = new ArrayList<>();
        for (YamlNode node : root.get("invariants").map(YamlNode::items).orElse(List.of())) {
            Invariant invariant = system.invariants().get(node.text());
            if (invariant == null) {
                problems.addUnknown(
                        node.at(), "invariant", node.text(), system.invariants().keySet());
            } else {
                checkTouched(invariant, node, names);
                invariants.add(invariant);
            }
        }
        return invariants;
    }

    private void checkTouched(Invariant invariant, YamlNode node, Names names) {
        if (invariant instanceof Invariant.OnData onData) {
            onData.touched()
                    .ifPresent(filter -> filter.names().stream()
                            .filter(name -> !names.all().contains(name))
                            .forEach(name -> problems.add(
                                    node.at(),
                                    "the invariant " + invariant.name() + " needs \"" + name
                                            + "\" to find what a round touched",
                                    "a step that keeps it")));
        }
    }

    private void refuseJudgingNothing(YamlNode root) {
        boolean checks = root.get("then").map(YamlNode::items).orElse(List.of()).stream()
                .anyMatch(step -> step.get("check").isPresent());
        boolean invariants =
                root.get("invariants").map(node -> !node.items().isEmpty()).orElse(false);
        boolean pairs = root.get("pairs").isPresent(); // the serial oracle judges them
        boolean serial =
                root.get("serial").map(node -> node.toJson().asBoolean()).orElse(false); // and those that say so
        if (!checks && !invariants && !pairs && !serial && root.get("expect").isEmpty()) {
            problems.add(
                    root.at(),
                    "a scenario that judges nothing",
                    "\"expect\", a \"check\" in \"then\", \"invariants\", or \"serial: true\"");
        }
    }
}
