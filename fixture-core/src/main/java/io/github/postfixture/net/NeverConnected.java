package io.github.postfixture.net;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What to say of a server to which nobody connected.
 *
 * @hidden
 */
public final class NeverConnected {

    private NeverConnected() {}

    /**
     * Return one line, with a line feed in front.
     *
     * @param endpoints where somebody could have connected
     * @param method which method tells where, such as {@code smtp()}
     */
    public static String inWords(Collection<?> endpoints, String method) {
        return endpoints.isEmpty()
                ? "\nNobody connected, and nobody has asked where: give the application under test the host and port of "
                        + method
                : "\nNobody connected to "
                        + endpoints.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "))
                        + ": does the application under test use this host and port?";
    }
}
