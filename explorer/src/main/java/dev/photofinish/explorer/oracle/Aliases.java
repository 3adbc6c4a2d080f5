package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Names for opaque values by where they stand, so that two executions that differ in nothing but generated values become equal:
 * first what each contender was told, in the contenders' order, then the documents, in whatever order they come: what stands in
 * those is told apart by the {@linkplain Web web} that the values and the places make.
 */
final class Aliases {

    private final Map<String, String> names = new LinkedHashMap<>(Map.of(Opaque.TIME, "‹time›"));
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Stand> stands = new ArrayList<>();

    private Aliases() {}

    /**
     * @param told what contenders were told, in their order
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static Map<String, String> of(List<Site> told, List<Site> documents) throws InterruptedException {
        Aliases aliases = new Aliases();
        told.forEach(aliases::nameTold);
        told.forEach(aliases::add);
        documents.forEach(aliases::add);
        aliases.nameUntold();
        return aliases.names;
    }

    /** Whether a text is a name made here, which tells people nothing by itself. */
    static boolean isAlias(String text) {
        return text.contains("‹");
    }

    private void nameTold(Site site) {
        int before = names.size();
        byPath(site).stream()
                .flatMap(field -> field.value().tokens().stream())
                .forEach(token -> names.computeIfAbsent(
                        token, first -> "‹" + site.name() + "'s " + (names.size() - before + 1) + "›"));
        names.keySet().forEach(token -> numbers.computeIfAbsent(token, first -> numbers.size()));
    }

    /** The fields whose names are not generated themselves. */
    private static List<Site.Field> byPath(Site site) {
        return site.fields().stream()
                .filter(field -> field.path().tokens().isEmpty())
                .sorted(Comparator.comparing(field -> field.path().skeleton()))
                .toList();
    }

    /** A field with a generated name stands by itself, and is tied to its site by a token that nothing else has. */
    private void add(Site site) {
        List<Site.Field> tied = site.fields().stream()
                .filter(field -> !field.path().tokens().isEmpty())
                .toList();
        String tie = "§" + stands.size();
        StringBuilder skeleton = new StringBuilder(site.name());
        List<String> tokens = new ArrayList<>(tied.isEmpty() ? List.of() : List.of(tie));
        byPath(site).forEach(field -> {
            skeleton.append('\n').append(skeleton(field));
            tokens.addAll(field.value().tokens());
        });
        add(skeleton.toString(), tokens);
        tied.forEach(field -> add(
                site.name() + " has " + skeleton(field),
                Stream.of(List.of(tie), field.path().tokens(), field.value().tokens())
                        .flatMap(List::stream)
                        .toList()));
    }

    private void add(String skeleton, List<String> all) {
        List<String> tokens =
                all.stream().filter(token -> !token.equals(Opaque.TIME)).toList();
        tokens.forEach(token -> numbers.computeIfAbsent(token, first -> numbers.size()));
        if (!tokens.isEmpty()) {
            stands.add(
                    new Stand(skeleton, tokens.stream().mapToInt(this::number).toArray()));
        }
    }

    private int number(String token) {
        return Objects.requireNonNull(numbers.get(token));
    }

    private static String skeleton(Site.Field field) {
        return field.path().skeleton() + ": " + field.value().skeleton();
    }

    private void nameUntold() throws InterruptedException {
        List<String> tokens = List.copyOf(numbers.keySet());
        int named = names.size();
        if (names.keySet().containsAll(tokens)) {
            return;
        }
        int[] known = tokens.stream()
                .mapToInt(token -> names.containsKey(token) ? number(token) : tokens.size())
                .toArray();
        Map<String, Integer> skeletons = new HashMap<>();
        stands.stream().map(Stand::skeleton).distinct().sorted().forEach(text -> skeletons.put(text, skeletons.size()));
        int[][] sites = stands.stream().map(Stand::tokens).toArray(int[][]::new);
        int[] colours = stands.stream()
                .mapToInt(stand -> Objects.requireNonNull(skeletons.get(stand.skeleton())))
                .toArray();
        Web.inOrder(sites, colours, known).stream()
                .map(tokens::get)
                .filter(token -> !names.containsKey(token) && !token.startsWith("§"))
                .forEach(token -> names.put(token, "‹new " + (names.size() - named + 1) + "›"));
    }

    /**
     * Where tokens stand.
     *
     * @param skeleton all but the tokens
     */
    @SuppressWarnings("ArrayRecordComponent") // thousands of them, which nobody compares
    private record Stand(String skeleton, int[] tokens) {}
}
