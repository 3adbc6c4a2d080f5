package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A result as it compares: of the documents only those that are not as they were, as a multiset (natural order does not count);
 * opaque values by {@linkplain Aliases where they stand}.
 *
 * @param told by contender: its answers by path
 * @param documents by namespace: each changed, new or deleted document by path, in canonical order
 */
record Canonical(
        Map<String, SortedMap<String, String>> told, SortedMap<String, List<SortedMap<String, String>>> documents) {

    /**
     * @param among the contenders that count; what the others were told is left out
     * @throws InterruptedException if the thread is interrupted meanwhile: of many documents it takes its time
     */
    static Canonical of(Result result, Set<String> among, Treatments treatments) throws InterruptedException {
        Sites sites = Sites.of(result, among, treatments);
        Map<String, String> aliases = Aliases.of(sites.told(), sites.documents());
        return new Canonical(renderedTold(sites.told(), aliases), renderedDocuments(sites.documents(), aliases));
    }

    private static Map<String, SortedMap<String, String>> renderedTold(List<Site> told, Map<String, String> aliases) {
        Map<String, SortedMap<String, String>> rendered = new LinkedHashMap<>();
        told.forEach(site -> rendered.put(site.name(), rendered(site, aliases)));
        return rendered;
    }

    private static SortedMap<String, List<SortedMap<String, String>>> renderedDocuments(
            List<Site> documents, Map<String, String> aliases) {
        SortedMap<String, List<SortedMap<String, String>>> rendered = new TreeMap<>();
        for (Site site : documents) {
            rendered.computeIfAbsent(site.name(), namespace -> new ArrayList<>())
                    .add(rendered(site, aliases));
        }
        rendered.replaceAll((namespace, list) -> inOrder(list));
        return rendered;
    }

    /** Each is put into words once: there may be thousands. */
    private static List<SortedMap<String, String>> inOrder(List<SortedMap<String, String>> documents) {
        record Worded(String words, SortedMap<String, String> document) {}
        return documents.stream()
                .map(document -> new Worded(document.toString(), document))
                .sorted(Comparator.comparing(Worded::words))
                .map(Worded::document)
                .toList();
    }

    private static SortedMap<String, String> rendered(Site site, Map<String, String> aliases) {
        return site.rendered(token -> aliases.getOrDefault(token, token));
    }

    /** All values, of whatever. */
    Stream<String> values() {
        return Stream.concat(told.values().stream(), documents.values().stream().flatMap(List::stream))
                .flatMap(site -> site.values().stream());
    }

    /** The namespaces of which there are changes here or there. */
    Set<String> namespacesWith(Canonical other) {
        Set<String> namespaces = new TreeSet<>(documents.keySet());
        namespaces.addAll(other.documents.keySet());
        return namespaces;
    }

    List<SortedMap<String, String>> in(String namespace) {
        return documents.getOrDefault(namespace, List.of());
    }
}
