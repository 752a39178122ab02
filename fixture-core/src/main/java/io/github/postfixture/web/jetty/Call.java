package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
import java.util.List;
import java.util.Map;

/**
 * A request, read to its end.
 *
 * @param method the method, as sent
 * @param target the path and the query, as sent
 * @param secure whether it came over TLS
 * @param fields the header fields, in order
 * @param body the content
 */
public record Call(String method, String target, boolean secure, List<Map.Entry<String, String>> fields, Octets body) {}
