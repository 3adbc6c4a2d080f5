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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Names for opaque values by where they stand, so that two executions that differ in nothing but generated values become equal:
 * first what each contender was told, in the contenders' order, then the documents, in whatever order they come.
 *
 * <p>Values in documents are told apart by colour refinement (Weisfeiler and Leman 1968; as in McKay and Piperno, Practical graph
 * isomorphism II, 2014): each takes its colour from the places where it stands and the colours beside it, again and again. Where
 * some still look alike, that one is singled out which then gives the least picture, and the rest refined; without looking further
 * ahead, which only very regular webs of references would need.
 */
final class Aliases {

    /** So many that look alike are as good as certainly exchangeable. */
    private static final int MOST_COMPARED = 16;

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

    /** Whether a text is a name made here, which tells people nothing by itself. */
    static boolean isAlias(String text) {
        return text.contains("‹");
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
        for (List<String> alike = alike(tokens); !alike.isEmpty(); alike = alike(tokens)) {
            colours.putAll(alike.stream()
                    .limit(MOST_COMPARED)
                    .map(token -> singledOut(token, tokens))
                    .min(Comparator.comparing(Aliases::picture))
                    .orElseThrow()
                    .colours);
        }
    }

    /** What would become of all colours. */
    private Aliases singledOut(String token, Set<String> tokens) {
        Aliases other = new Aliases(sites);
        other.colours.putAll(colours);
        other.colours.put(token, colour(token) + " singled out");
        other.refine(tokens);
        return other;
    }

    /** The same whatever the values and the order of documents are. */
    private String picture() {
        return sites.stream()
                .map(site -> site.name() + site.rendered(this::colour))
                .sorted()
                .collect(Collectors.joining("\n"));
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

    /** The first class, by colour, that has more than one. */
    private List<String> alike(Set<String> tokens) {
        TreeMap<String, List<String>> classes = new TreeMap<>();
        tokens.forEach(token -> classes.computeIfAbsent(colour(token), colour -> new ArrayList<>())
                .add(token));
        return classes.values().stream()
                .filter(alike -> alike.size() > 1)
                .findFirst()
                .orElse(List.of());
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
