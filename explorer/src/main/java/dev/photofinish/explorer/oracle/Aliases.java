package dev.photofinish.explorer.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Names for opaque values by where they stand, so that two executions that differ in nothing but generated values become equal:
 * first what each contender was told, in the contenders' order, then the documents, in whatever order they come.
 *
 * <p>Values in documents are told apart by colour refinement (Weisfeiler and Leman 1968; as in McKay and Piperno, Practical graph
 * isomorphism II, 2014): each takes its colour from the places where it stands and the colours beside it, again and again. Where
 * some still look alike, one of them is singled out and the rest refined; without search for a better choice, which only very
 * regular webs of references would need.
 */
final class Aliases {

    private final List<Site> sites;
    private final Map<String, String> colours = new HashMap<>();

    private Aliases(List<Site> sites) {
        this.sites = sites;
    }

    /** @param told what contenders were told, in their order */
    static Map<String, String> of(List<Site> told, List<Site> documents) {
        List<Site> all = new ArrayList<>(told);
        all.addAll(documents);
        Aliases aliases = new Aliases(all);
        return aliases.named(told);
    }

    private Map<String, String> named(List<Site> told) {
        Map<String, String> names = new HashMap<>(Map.of(Opaque.TIME, "‹time›"));
        for (Site site : told) {
            for (String token : tokens(List.of(site))) {
                names.computeIfAbsent(token, first -> "‹" + site.name() + "'s " + (count(names, site) + 1) + "›");
            }
        }
        Set<String> untold = tokens(sites);
        untold.removeAll(names.keySet());
        names.forEach(colours::put);
        untold.forEach(token -> colours.put(token, "?"));
        tellApart(untold);
        List<String> inOrder =
                untold.stream().sorted(Comparator.comparing(this::colour)).toList();
        inOrder.forEach(token -> names.put(token, "‹new " + (inOrder.indexOf(token) + 1) + "›"));
        return names;
    }

    private static long count(Map<String, String> names, Site site) {
        return names.values().stream()
                .filter(name -> name.startsWith("‹" + site.name() + "'s "))
                .count();
    }

    private void tellApart(Set<String> tokens) {
        refine(tokens);
        for (Optional<String> alike = oneOfSeveral(tokens); alike.isPresent(); alike = oneOfSeveral(tokens)) {
            String single = alike.get();
            colours.put(single, colour(single) + " singled out");
            refine(tokens);
        }
    }

    private void refine(Set<String> tokens) {
        int shades = 0;
        for (int now = shades(tokens); now > shades; now = shades(tokens)) {
            shades = now;
            Map<String, String> finer = new HashMap<>();
            tokens.forEach(token -> finer.put(token, hash(colour(token) + surroundings(token))));
            colours.putAll(finer);
        }
    }

    private int shades(Set<String> tokens) {
        return new HashSet<>(tokens.stream().map(this::colour).toList()).size();
    }

    /** One of the first class, by colour, that has more than one. */
    private Optional<String> oneOfSeveral(Set<String> tokens) {
        TreeMap<String, List<String>> classes = new TreeMap<>();
        tokens.forEach(token -> classes.computeIfAbsent(colour(token), colour -> new ArrayList<>())
                .add(token));
        return classes.values().stream()
                .filter(alike -> alike.size() > 1)
                .map(List::getFirst)
                .findFirst();
    }

    private List<String> surroundings(String token) {
        return sites.stream()
                .filter(site -> site.contains(token))
                .map(site -> site.name() + site.rendered(other -> other.equals(token) ? "◆" : colour(other)))
                .sorted()
                .toList();
    }

    private String colour(String token) {
        return colours.getOrDefault(token, "?");
    }

    private static Set<String> tokens(Collection<Site> sites) {
        Set<String> tokens = new LinkedHashSet<>();
        sites.forEach(site -> site.leaves().values().forEach(leaf -> tokens.addAll(leaf.tokens())));
        return tokens;
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
