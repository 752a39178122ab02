package io.github.postfixture.web.site;

import java.util.List;

/**
 * What scripts of other origins may do.
 *
 * @param origins the origins that are let in; none for any
 * @param methods the methods they may use
 * @param headers the header fields they may send; none for those they ask for
 * @param exposed the header fields they may see
 * @param credentials whether they may send cookies
 * @param maxAge for how many seconds they may remember that
 */
public record CrossOriginRules(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        long maxAge) {}
