package dev.photofinish.explorer.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Tokens and the sites where they stand, without their values: only who stands beside whom, and at which place.
 *
 * <p>Tokens are told apart by colour refinement (Weisfeiler and Leman 1968; as in McKay and Piperno, Practical graph isomorphism II,
 * 2014): each takes its colour from the places where it stands and the colours beside it, until that tells nothing new. Only what
 * has a neighbour of a new colour is looked at again (Paige and Tarjan, Three partition refinement algorithms, 1987), which takes a
 * time of n log n. Those that still look alike fall into groups that do not touch each other; groups that are built alike can be
 * exchanged. Within a group that one is singled out which then gives the least picture, without looking further ahead, which only
 * very regular webs of references would need.
 *
 * <p>For one thread; ends with an {@link InterruptedException} when that is interrupted.
 */
final class Web {

    /** Stands for a token whose colour nobody shares: it tells nothing apart any more. */
    private static final int SETTLED = -1;

    /** So many that look alike are as good as certainly exchangeable. */
    private static final int MOST_COMPARED = 16;

    /** In a group of more tokens than this fewer are compared. */
    private static final int LARGE = 500;

    private final int[][] sites;
    private final int[][] sitesOf;
    private final Partition siteClasses;
    private final Partition tokenClasses;

    private Web(int[][] sites, int[][] sitesOf, Partition siteClasses, Partition tokenClasses) {
        this.sites = sites;
        this.sitesOf = sitesOf;
        this.siteClasses = siteClasses;
        this.tokenClasses = tokenClasses;
    }

    /**
     * @param sites the tokens at the places of each
     * @param siteColours what a site is but for its tokens; those of one colour have the same places
     * @param tokenColours what is known of each token
     */
    private static Web of(int[][] sites, int[] siteColours, int[] tokenColours) {
        int[] counts = new int[tokenColours.length];
        for (int[] site : sites) {
            distinct(site).forEach(token -> counts[token]++);
        }
        int[][] sitesOf = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int site = 0; site < sites.length; site++) {
            int here = site;
            distinct(sites[site]).forEach(token -> sitesOf[token][--counts[token]] = here);
        }
        return new Web(sites, sitesOf, Partition.of(siteColours), Partition.of(tokenColours));
    }

    private static IntStream distinct(int[] site) {
        return Arrays.stream(site).filter(token -> token != SETTLED).distinct();
    }

    /** All tokens, in an order that does not depend on how tokens and sites are counted, but for those that can be exchanged. */
    static List<Integer> inOrder(int[][] sites, int[] siteColours, int[] tokenColours) throws InterruptedException {
        Web web = of(sites, siteColours, tokenColours);
        web.sitesLookAt(all(tokenColours.length));
        web.refine(web.tokensLookAt(all(sites.length)));
        return web.ordered().tokens();
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** @param news the tokens that have a new colour */
    private void refine(int[] news) throws InterruptedException {
        int[] changed = news;
        while (changed.length > 0) {
            changed = tokensLookAt(sitesLookAt(changed));
        }
    }

    /** @return the sites that have a new colour for it */
    private int[] sitesLookAt(int[] news) throws InterruptedException {
        goOn();
        BitSet fresh = bits(news);
        int[] touched = Arrays.stream(news)
                .flatMap(token -> Arrays.stream(sitesOf[token]))
                .distinct()
                .filter(site -> !siteClasses.isAlone(site))
                .toArray();
        int[][] seen = Arrays.stream(touched)
                .mapToObj(site -> IntStream.range(0, sites[site].length)
                        .filter(place -> sites[site][place] != SETTLED && fresh.get(sites[site][place]))
                        .flatMap(place -> IntStream.of(place, tokenClasses.colour(sites[site][place])))
                        .toArray())
                .toArray(int[][]::new);
        return siteClasses.split(touched, seen);
    }

    /** @return the tokens that have a new colour for it */
    private int[] tokensLookAt(int[] news) throws InterruptedException {
        goOn();
        BitSet fresh = bits(news);
        int[] touched = Arrays.stream(news)
                .flatMap(site -> distinct(sites[site]))
                .distinct()
                .filter(token -> !tokenClasses.isAlone(token))
                .toArray();
        int[][] seen = Arrays.stream(touched)
                .mapToObj(token -> Arrays.stream(sitesOf[token])
                        .filter(fresh::get)
                        .mapToObj(site -> standing(token, site))
                        .flatMapToLong(standing -> standing)
                        .sorted()
                        .flatMap(pair -> LongStream.of(pair >>> Integer.SIZE, pair & 0xffff_ffffL))
                        .mapToInt(number -> (int) number)
                        .toArray())
                .toArray(int[][]::new);
        return tokenClasses.split(touched, seen);
    }

    /** The site's colour and the place, for each place where the token stands. */
    private LongStream standing(int token, int site) {
        return IntStream.range(0, sites[site].length)
                .filter(place -> sites[site][place] == token)
                .mapToLong(place -> (long) siteClasses.colour(site) << Integer.SIZE | place);
    }

    private static BitSet bits(int[] numbers) {
        BitSet bits = new BitSet();
        Arrays.stream(numbers).forEach(bits::set);
        return bits;
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop while results were compared");
        }
    }

    /** When nobody sees anything new: those without their like by colour, then the groups of the others. */
    private Ordered ordered() throws InterruptedException {
        List<Integer> tokens = new ArrayList<>(tokensByColour(IntStream.range(0, tokenClasses.nodes())
                .filter(tokenClasses::isAlone)
                .toArray()));
        List<Integer> picture = new ArrayList<>();
        for (Ordered group : groupsInOrder()) {
            tokens.addAll(group.tokens());
            picture.addAll(group.picture());
        }
        return new Ordered(tokens, picture);
    }

    private List<Ordered> groupsInOrder() throws InterruptedException {
        List<Ordered> groups = new ArrayList<>();
        for (int[] tokens : groups()) {
            groups.add(ordered(tokens));
        }
        groups.sort(Comparator.comparing(Ordered::picture, Web::compare));
        return groups;
    }

    /** Of a group in which no two look alike the colours tell how it is built: like every other of these colours. */
    private Ordered ordered(int[] tokens) throws InterruptedException {
        List<Integer> inOrder = tokensByColour(tokens);
        List<Integer> picture =
                new ArrayList<>(inOrder.stream().map(tokenClasses::colour).toList());
        if (new HashSet<>(picture).size() == picture.size()) {
            return new Ordered(inOrder, picture);
        }
        int[] numbered = inOrder.stream().mapToInt(Integer::intValue).toArray();
        Ordered within = part(numbered).toldApart();
        picture.addAll(within.picture());
        return new Ordered(
                within.tokens().stream().map(token -> numbered[token]).toList(), picture);
    }

    /** What hangs together by tokens that have their like. */
    private List<int[]> groups() {
        BitSet reached = new BitSet();
        BitSet visited = new BitSet();
        List<int[]> groups = new ArrayList<>();
        for (int token = 0; token < tokenClasses.nodes(); token++) {
            if (!tokenClasses.isAlone(token) && !reached.get(token)) {
                groups.add(reachedFrom(token, reached, visited));
            }
        }
        return groups;
    }

    private int[] reachedFrom(int first, BitSet reached, BitSet visited) {
        List<Integer> group = new ArrayList<>(List.of(first));
        reached.set(first);
        for (int next = 0; next < group.size(); next++) {
            for (int site : sitesOf[group.get(next)]) {
                if (!visited.get(site)) {
                    visited.set(site);
                    distinct(sites[site])
                            .filter(token -> !tokenClasses.isAlone(token) && !reached.get(token))
                            .forEach(token -> {
                                reached.set(token);
                                group.add(token);
                            });
                }
            }
        }
        return group.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> tokensByColour(int[] tokens) {
        return Arrays.stream(tokens)
                .boxed()
                .sorted(Comparator.comparingInt(tokenClasses::colour))
                .toList();
    }

    /** A group as a web of its own; its tokens are counted as they come. */
    private Web part(int[] tokens) {
        Map<Integer, Integer> numbers = new HashMap<>();
        Arrays.stream(tokens).forEach(token -> numbers.put(token, numbers.size()));
        int[] here = Arrays.stream(tokens)
                .flatMap(token -> Arrays.stream(sitesOf[token]))
                .distinct()
                .toArray();
        int[][] sitesHere = Arrays.stream(here)
                .mapToObj(site -> Arrays.stream(sites[site])
                        .map(token -> numbers.getOrDefault(token, SETTLED))
                        .toArray())
                .toArray(int[][]::new);
        return of(
                sitesHere,
                Arrays.stream(here).map(siteClasses::colour).toArray(),
                Arrays.stream(tokens).map(tokenClasses::colour).toArray());
    }

    private Ordered toldApart() throws InterruptedException {
        boolean fallsApart = IntStream.range(0, tokenClasses.nodes()).anyMatch(tokenClasses::isAlone);
        return fallsApart ? ordered() : singledOut();
    }

    /** With one of the first that look alike singled out, which one is found out. */
    private Ordered singledOut() throws InterruptedException {
        int alike = IntStream.range(0, tokenClasses.classes())
                .filter(colour -> tokenClasses.sizeOf(colour) > 1)
                .findFirst()
                .orElseThrow();
        int[] candidates = IntStream.range(0, tokenClasses.nodes())
                .filter(token -> tokenClasses.colour(token) == alike)
                .limit(tokenClasses.nodes() > LARGE ? 2 : MOST_COMPARED)
                .toArray();
        Optional<Web> least = Optional.empty();
        for (int candidate : candidates) {
            Web other = new Web(sites, sitesOf, siteClasses.copy(), tokenClasses.copy());
            other.tokenClasses.singleOut(candidate);
            other.refine(new int[] {candidate});
            if (least.isEmpty() || compare(other.picture(), least.get().picture()) < 0) {
                least = Optional.of(other);
            }
        }
        Web web = least.orElseThrow();
        List<Integer> picture = new ArrayList<>(web.picture());
        Ordered ordered = web.ordered();
        picture.addAll(ordered.picture());
        return new Ordered(ordered.tokens(), picture);
    }

    /** How it is built, as far as the colours tell: how many sites there are of each, and the colours of their tokens. */
    private List<Integer> picture() {
        SortedMap<Integer, Integer> examples = new TreeMap<>();
        for (int site = 0; site < sites.length; site++) {
            examples.put(siteClasses.colour(site), site);
        }
        List<Integer> picture = new ArrayList<>();
        examples.forEach((colour, site) -> {
            picture.add(colour);
            picture.add(siteClasses.sizeOf(colour));
            Arrays.stream(sites[site])
                    .map(token -> token == SETTLED ? SETTLED : tokenClasses.colour(token))
                    .forEach(picture::add);
        });
        return picture;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            int difference = Integer.compare(one.get(place), other.get(place));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /**
     * @param tokens in their order
     * @param picture how what they belong to is built
     */
    private record Ordered(List<Integer> tokens, List<Integer> picture) {}
}
