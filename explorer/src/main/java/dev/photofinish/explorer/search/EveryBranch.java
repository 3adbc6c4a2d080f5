package dev.photofinish.explorer.search;

/** Everybody who can go is tried everywhere. */
final class EveryBranch implements Branching {

    @Override
    public void branches(Growth growth, Wanted wanted) {
        for (Node node :
                growth.nodes().subList(growth.firstNew() - 1, growth.nodes().size())) {
            node.situation().enabled().forEach(contender -> wanted.want(node, contender));
        }
    }

    @Override
    public boolean sleeps() {
        return false;
    }
}
