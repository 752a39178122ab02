package io.github.postfixture.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads addresses as leniently as they are written. */
final class AddressParser {

    private final List<HeaderToken> tokens;
    private final List<Address> addresses = new ArrayList<>();
    private int next;
    private boolean inGroup;
    private String comment = "";

    AddressParser(String field) {
        tokens = HeaderToken.of(field);
    }

    List<Address> addresses() {
        while (next < tokens.size()) {
            entry();
            next++;
        }
        endGroup();
        return addresses;
    }

    /** Read up to the special character that ends an address, or the name of a group. */
    private void entry() {
        comment = "";
        List<HeaderToken> words = until("<,;:");
        if (isAt("<")) {
            next++;
            angle(phrase(words));
        } else if (isAt(":")) {
            endGroup();
            addresses.add(Address.group(phrase(words)));
            inGroup = true;
        } else if (!words.isEmpty()) {
            add("", "", words);
        }
        if (isAt(";")) {
            endGroup();
        }
    }

    private void angle(String name) {
        String route = isAt("@") ? route() : "";
        List<HeaderToken> address = until(">,;<");
        until(",;");
        add(name, route, address);
    }

    private String route() {
        String route = glued(until(":>"));
        next += isAt(":") ? 1 : 0;
        return route;
    }

    private void add(String name, String route, List<HeaderToken> address) {
        int at = address.size() - 1;
        while (at >= 0 && !address.get(at).is('@')) {
            at--;
        }
        String mailbox = at < 0 ? phrase(address) : glued(address.subList(0, at));
        String host = at < 0 ? "" : glued(address.subList(at + 1, address.size()));
        addresses.add(new Address(name.isEmpty() ? comment : name, route, mailbox, host, Address.Kind.MAILBOX));
    }

    private void endGroup() {
        if (inGroup) {
            addresses.add(Address.GROUP_END);
        }
        inGroup = false;
    }

    /** Take all tokens up to one of the special characters; comments are kept apart. */
    private List<HeaderToken> until(String specials) {
        List<HeaderToken> taken = new ArrayList<>();
        for (; next < tokens.size() && !isAt(specials); next++) {
            HeaderToken token = tokens.get(next);
            if (token.kind() == HeaderToken.Kind.COMMENT) {
                comment = token.text();
            } else {
                taken.add(token);
            }
        }
        return taken;
    }

    private boolean isAt(String specials) {
        return next < tokens.size() && tokens.get(next).isOneOf(specials);
    }

    private static String phrase(List<HeaderToken> tokens) {
        return tokens.stream()
                .map(HeaderToken::text)
                .collect(Collectors.joining(" "))
                .replace(" @ ", "@");
    }

    private static String glued(List<HeaderToken> tokens) {
        return tokens.stream().map(HeaderToken::text).collect(Collectors.joining());
    }
}
