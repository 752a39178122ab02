package io.github.postfixture.mail.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where each mail of the local copy lies while it is synchronised; a mail that is moved keeps its name. */
final class LocalIndex {

    private final Map<String, Located> byName = new TreeMap<>();

    void add(Maildir folder) {
        folder.items().forEach(item -> byName.putIfAbsent(item.name(), new Located(folder, item)));
    }

    Optional<Located> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Return the mails of a folder, in the order in which they were added. */
    List<Located> in(Maildir folder) {
        return all().stream().filter(located -> located.isIn(folder.folder())).toList();
    }

    List<Located> all() {
        return List.copyOf(byName.values());
    }

    void put(Maildir folder, Maildir.Item item) {
        byName.put(item.name(), new Located(folder, item));
    }

    void remove(Located located) {
        byName.remove(located.item().name());
    }

    /** A mail and its folder. */
    record Located(Maildir folder, Maildir.Item item) {

        boolean isIn(String name) {
            return folder.folder().equals(name);
        }

        LocalMail mail() {
            return LocalMail.of(folder, item);
        }
    }
}
