package io.github.postfixture.web.site;

import io.github.postfixture.web.site.Node.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a {@link ServerFlavor} changes of the responses of a site; the defaults are what RFC 9110 prefers. */
interface FlavorRules {

    /**
     * Return an error or a redirection in the look of this server.
     *
     * @param detail what the page may name: the location of a redirection, or the method that is refused
     */
    SiteResponse page(int status, String detail);

    /** Return the tag of a document, with its quotation marks. */
    String tag(Document document);

    /** Return the tag of the same document in a content coding. */
    String codedTag(String tag, Coding coding);

    /** Return the address of a path of the site, as it stands in {@code Location}. */
    String location(SiteRequest request, String path);

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
    default Optional<SiteResponse> answerForeign(SiteRequest request) {
        return Optional.empty();
    }

    /** Answer a method that a document is not the answer to. */
    default SiteResponse refuseMethod(String method) {
        return page(405, method);
    }

    /** Return whether requests that cannot be read are refused in the look of this server, without a reason. */
    default boolean refusesWithAPage() {
        return false;
    }

    /** Answer a question about the server as a whole, {@code OPTIONS *}, or return nothing. */
    default Optional<SiteResponse> answerForServer(String method) {
        return Optional.empty();
    }

    /** Answer for a name that is never shown, or return nothing. */
    default Optional<SiteResponse> hide(List<String> segments) {
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

    /** Return how long a document must be to be compressed on the fly, in bytes. */
    default int shortestToCompress() {
        return 20;
    }

    /** Return whether a coding may be used for a client that takes it. */
    default boolean compressesFor(SiteRequest request) {
        return true;
    }

    /** Return whether all of {@code Accept-Encoding} counts: an asterisk, and how much a client would rather have no coding. */
    default boolean weighsCodings() {
        return true;
    }

    /** Return whether conditions are about the coded form of a document, rather than about the document. */
    default boolean judgesCodedForms() {
        return true;
    }

    /** Return whether a document that stands for an error page is compressed. */
    default boolean compressesErrorPages() {
        return true;
    }

    /** Return what an error page keeps of the fields of its document, in small letters. */
    default Set<String> fieldsOfErrorPages() {
        return Set.of();
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
    default SiteResponse refuseCondition(Representation representation) {
        return page(412, "");
    }

    /** Return the value of {@code Range} that counts, if it was sent. */
    default Optional<String> range(SiteRequest request) {
        return request.header("Range");
    }

    /** Split a list of ranges; empty elements do not count (RFC 9110, section 5.6.1). */
    default List<String> split(String ranges) {
        return Arrays.stream(ranges.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
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
    default SiteResponse finish(SiteResponse response) {
        return response;
    }
}
