package io.github.postfixture.mail.greenmail.store;

import static io.github.postfixture.mail.store.StoreRefusal.Reason.ALREADYEXISTS;
import static io.github.postfixture.mail.store.StoreRefusal.Reason.CANNOT;
import static io.github.postfixture.mail.store.StoreRefusal.Reason.NONEXISTENT;

import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of an account's folders (RFC 3501 section 5.1). */
final class FolderTree {

    private static final int LONGEST_NAME = 1000;

    private final Function<String, GreenMailFolder> maker;
    private final SortedMap<String, GreenMailFolder> byName = new TreeMap<>();

    /** Make a tree that has an inbox. */
    FolderTree(Function<String, GreenMailFolder> maker) {
        this.maker = maker;
        byName.put(StoredMailbox.INBOX, maker.apply(StoredMailbox.INBOX));
    }

    /** Return the name as it is kept: the name of the inbox, and what begins with it, has no case. */
    static String canonical(String name) {
        int end = StoredMailbox.INBOX.length();
        boolean inbox = name.regionMatches(true, 0, StoredMailbox.INBOX, 0, end)
                && (name.length() == end || name.charAt(end) == StoredMailbox.DELIMITER);
        return inbox ? StoredMailbox.INBOX + name.substring(end) : name;
    }

    GreenMailFolder inbox() {
        return require(byName.get(StoredMailbox.INBOX));
    }

    Collection<GreenMailFolder> folders() {
        return byName.values();
    }

    Optional<GreenMailFolder> find(String name) {
        return Optional.ofNullable(byName.get(canonical(name)));
    }

    GreenMailFolder create(String name) throws StoreRefusal {
        String wanted = requireFree(requireValid(canonical(name)));
        for (int dot = wanted.indexOf(StoredMailbox.DELIMITER);
                dot > 0;
                dot = wanted.indexOf(StoredMailbox.DELIMITER, dot + 1)) {
            byName.computeIfAbsent(wanted.substring(0, dot), maker);
        }
        return byName.compute(wanted, (key, hollow) -> hollow == null ? maker.apply(key) : hollow.selectable(true));
    }

    void delete(String name) throws StoreRefusal {
        GreenMailFolder folder = existing(name);
        if (folder == inbox()) {
            throw new StoreRefusal(CANNOT, "INBOX cannot be deleted");
        }
        boolean hasChildren = !below(folder.name()).isEmpty();
        if (hasChildren && !folder.isSelectable()) {
            throw new StoreRefusal(CANNOT, "There are folders below it");
        }
        folder.clear();
        if (hasChildren) {
            folder.selectable(false);
        } else {
            byName.remove(folder.name());
        }
    }

    void rename(String name, String other) throws StoreRefusal {
        GreenMailFolder folder = existing(name);
        String wanted = requireAbsent(requireValid(canonical(other)));
        if (wanted.startsWith(folder.name() + StoredMailbox.DELIMITER) && folder != inbox()) {
            throw new StoreRefusal(CANNOT, "A folder cannot be below itself");
        }
        if (folder == inbox()) {
            moveAll(folder, create(wanted));
        } else {
            move(folder, wanted);
        }
    }

    private void move(GreenMailFolder folder, String wanted) throws StoreRefusal {
        List<GreenMailFolder> moved = new ArrayList<>(below(folder.name()));
        moved.add(folder);
        int end = folder.name().length();
        moved.forEach(each -> byName.remove(each.name()));
        create(wanted);
        for (GreenMailFolder each : moved) {
            each.rename(wanted + each.name().substring(end));
            byName.put(each.name(), each);
        }
    }

    private static void moveAll(GreenMailFolder source, GreenMailFolder target) {
        source.messages().forEach(target::copy);
        source.expunge(source.messages().stream().map(StoredMessage::uid).toList());
    }

    private Collection<GreenMailFolder> below(String name) {
        String begin = name + StoredMailbox.DELIMITER;
        return byName.subMap(begin, name + (char) (StoredMailbox.DELIMITER + 1)).values();
    }

    private GreenMailFolder existing(String name) throws StoreRefusal {
        return find(name).orElseThrow(() -> new StoreRefusal(NONEXISTENT, "No such mailbox"));
    }

    private String requireFree(String name) throws StoreRefusal {
        GreenMailFolder present = byName.get(name);
        return present == null || !present.isSelectable() ? name : requireAbsent(name);
    }

    private String requireAbsent(String name) throws StoreRefusal {
        if (byName.containsKey(name)) {
            throw new StoreRefusal(ALREADYEXISTS, "Mailbox exists");
        }
        return name;
    }

    private static String requireValid(String name) throws StoreRefusal {
        boolean gaps = name.isEmpty()
                || name.charAt(0) == StoredMailbox.DELIMITER
                || name.charAt(name.length() - 1) == StoredMailbox.DELIMITER
                || name.contains("" + StoredMailbox.DELIMITER + StoredMailbox.DELIMITER);
        boolean harmful = name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
        if (gaps || harmful || name.contains("*") || name.contains("%")) {
            throw new StoreRefusal(CANNOT, "Invalid mailbox name");
        }
        return name;
    }

    private static <T> T require(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
