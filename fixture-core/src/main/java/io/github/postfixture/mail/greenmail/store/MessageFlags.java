package io.github.postfixture.mail.greenmail.store;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import jakarta.mail.Flags.Flag;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The flags of a message in a folder, for GreenMail: asked of the folder each time, and changed there, as the folder alone
 * keeps them. A message that was expunged has {@code \Deleted}. Safe for use by several threads.
 */
public final class MessageFlags extends jakarta.mail.Flags {

    private static final long serialVersionUID = 1L;

    private final transient StoredMailbox account;
    private final transient Folder folder;
    private final long uid;

    /** Show the flags of the message that has this UID, or will have it. */
    public MessageFlags(StoredMailbox account, Folder folder, long uid) {
        this.account = account;
        this.folder = folder;
        this.uid = uid;
    }

    @Override
    public void add(Flag flag) {
        add(new jakarta.mail.Flags(flag));
    }

    @Override
    public void add(String flag) {
        add(new jakarta.mail.Flags(flag));
    }

    @Override
    public void add(jakarta.mail.Flags more) {
        change(flags -> flags.with(JakartaFlags.from(more)));
    }

    @Override
    public void remove(Flag flag) {
        remove(new jakarta.mail.Flags(flag));
    }

    @Override
    public void remove(String flag) {
        remove(new jakarta.mail.Flags(flag));
    }

    @Override
    public void remove(jakarta.mail.Flags less) {
        change(flags -> flags.without(JakartaFlags.from(less)));
    }

    @Override
    public boolean retainAll(jakarta.mail.Flags others) {
        jakarta.mail.Flags rest = now();
        boolean changes = rest.retainAll(others);
        change(flags -> JakartaFlags.from(rest));
        return changes;
    }

    @Override
    public void clearSystemFlags() {
        change(flags -> flags.without(Flags.of(Flags.SYSTEM)));
    }

    @Override
    public void clearUserFlags() {
        change(flags -> {
            jakarta.mail.Flags rest = JakartaFlags.of(flags);
            rest.clearUserFlags();
            return JakartaFlags.from(rest);
        });
    }

    @Override
    public boolean contains(Flag flag) {
        return now().contains(flag);
    }

    @Override
    public boolean contains(String flag) {
        return now().contains(flag);
    }

    @Override
    public boolean contains(jakarta.mail.Flags flags) {
        return now().contains(flags);
    }

    @Override
    public Flag[] getSystemFlags() {
        return now().getSystemFlags();
    }

    @Override
    public String[] getUserFlags() {
        return now().getUserFlags();
    }

    @Override
    public boolean equals(Object other) {
        return now().equals(other instanceof MessageFlags flags ? flags.now() : other);
    }

    @Override
    public int hashCode() {
        return now().hashCode();
    }

    /** Return the flags as they are now. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public Object clone() {
        return now();
    }

    @Override
    public String toString() {
        return now().toString();
    }

    private Object writeReplace() {
        return now();
    }

    private jakarta.mail.Flags now() {
        return account.locked(() -> folder.message(uid).map(this::shown).orElseGet(MessageFlags::expunged));
    }

    private jakarta.mail.Flags shown(StoredMessage message) {
        jakarta.mail.Flags flags = JakartaFlags.of(message.flags());
        if (uid >= folder.recentFrom()) {
            flags.add(Flag.RECENT);
        }
        return flags;
    }

    private static jakarta.mail.Flags expunged() {
        return new jakarta.mail.Flags(Flag.DELETED);
    }

    private void change(UnaryOperator<Flags> change) {
        account.locked(() -> {
            Optional<StoredMessage> message = folder.message(uid);
            message.ifPresent(present -> folder.mark(present, change.apply(present.flags())));
        });
    }
}
