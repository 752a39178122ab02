package io.github.postfixture.groupware;

/**
 * What a collection, and what is in it, are called.
 *
 * @param kind what it is, such as {@code calendar}
 * @param owner the address of the account whose it is
 * @param name tells it from others of the account; empty for the first
 * @param article what is in it, with an article, such as {@code an event}
 * @param extension that of the name of a file with it, such as {@code .ics}
 */
record CollectionNames(String kind, String owner, String name, String article, String extension) {

    /** Return the noun of what is in it, such as {@code event}. */
    String noun() {
        return article.substring(article.indexOf(' ') + 1);
    }

    @Override
    public String toString() {
        return kind + (name.isEmpty() ? "" : " \"" + name + "\"") + " of " + owner;
    }
}
