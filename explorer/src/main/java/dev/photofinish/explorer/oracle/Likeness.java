package dev.photofinish.explorer.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A result in which each opaque value is the number of its first appearance, as a digest, so that many can be kept. Results that are
 * alike differ in nothing but generated values, so what is true of one is true of the other. Many that are as good as equal are not
 * alike (their documents come in another order): those {@link Canonical} compares, which takes longer.
 */
record Likeness(String digest) {

    static Likeness of(Result result, Treatments treatments) {
        Sites sites = Sites.of(result, result.told().keySet(), treatments);
        Map<String, String> numbers = new HashMap<>(Map.of(Opaque.TIME, "‹time›"));
        MessageDigest digest = sha256();
        Map<String, Integer> answers = new TreeMap<>();
        result.told()
                .forEach((contender, told) ->
                        answers.put(contender, told.answers().size()));
        digest.update(answers.toString().getBytes(StandardCharsets.UTF_8));
        Stream.of(sites.told(), sites.documents()).flatMap(List::stream).forEach(site -> {
            String rendered = "\n" + site.name() + " "
                    + site.rendered(token -> numbers.computeIfAbsent(token, first -> "‹" + numbers.size() + "›"));
            digest.update(rendered.getBytes(StandardCharsets.UTF_8));
        });
        return new Likeness(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
