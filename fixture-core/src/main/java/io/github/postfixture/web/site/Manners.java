package io.github.postfixture.web.site;

import io.github.postfixture.web.site.Node.Document;
import java.util.List;
import java.util.Optional;

/** What clients notice of the kind of server behind a site; the defaults are what RFC 9110 prefers. */
interface Manners {

    /**
     * Return an error or a redirection in the look of this server.
     *
     * @param detail what the page may name: the location of a redirection, or the method that is refused
     */
    Served page(int status, String detail);

    /** Return the tag of a document, with its quotation marks. */
    String tag(Document document);

    /** Return the tag of the same document in a content coding. */
    String codedTag(String tag, Coding coding);

    /** Return the address of a path of the site, as it stands in {@code Location}. */
    String location(Ask ask, String path);

    /** Return how paths are read. */
    PathRules paths();

    /** Return whether this server answers for everything below its prefix, with an error if nothing is there. */
    default boolean answersForAll() {
        return true;
    }

    /** Return whether names in another case will do. */
    default boolean anyCase() {
        return false;
    }

    /** Return whether two paths lead to the same place. */
    default boolean same(List<String> one, List<String> other) {
        return anyCase() ? String.join("/", one).equalsIgnoreCase(String.join("/", other)) : one.equals(other);
    }

    /** Return whether a document is the answer to this method. */
    default boolean serves(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Answer a method for which it does not matter what is at the path, or return nothing. */
    default Optional<Served> answerForeign(Ask ask) {
        return Optional.empty();
    }

    /** Answer a method that a document is not the answer to. */
    default Served refuseMethod(String method) {
        return page(405, method);
    }

    /** Answer for a name that is never shown, or return nothing. */
    default Optional<Served> hide(List<String> segments) {
        return Optional.empty();
    }

    /** Return the type of a document whose extension says nothing, or nothing for no type. */
    default Optional<String> unknownType() {
        return Optional.empty();
    }

    /** Return whether a document whose type is not known is there at all. */
    default boolean servesUnknownTypes() {
        return true;
    }

    /** Return whether answers that depend on {@code Accept-Encoding} say so. */
    default boolean saysVary() {
        return true;
    }

    /** Return whether there are parts of what was compressed on the fly. */
    default boolean servesPartsOfCompressed() {
        return true;
    }

    /** Return 304 or 412 if a condition of the request stands against serving, else 200. */
    default int judge(Conditions conditions) {
        return conditions.verdict();
    }

    /** Answer a request whose condition fails. */
    default Served refuseCondition(Representation representation) {
        return page(412, "");
    }

    /** Return whether a range that makes no sense is refused, rather than ignored. */
    default boolean refusesNonsense() {
        return false;
    }

    /** Return the ranges to send; none for the whole. */
    default List<ByteRange> arrange(List<ByteRange> asked, long length) {
        return ByteRange.total(asked) > length ? List.of() : asked;
    }

    /** Put the last touch to an answer. */
    default Served finish(Served served) {
        return served;
    }
}
