package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import io.github.postfixture.mail.greenmail.store.JakartaFlags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.timeline.Timeline;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder for GreenMail. Safe for use by several threads. */
final class BridgedFolder implements MailFolder, UIDFolder {

    private static final String SOURCE = "greenmail";
    private static final Flags SYSTEM = JakartaFlags.system();

    private final String prefix;
    private final Timeline timeline;
    private final LockedFolder folder;
    private final BridgedMessages messages;
    private final BridgedListeners listeners;

    /**
     * Show a folder.
     *
     * @param prefix what its full name begins with
     * @param timeline where to tell what is appended, copied and expunged
     */
    BridgedFolder(StoredMailbox account, Folder folder, String prefix, Timeline timeline) {
        this.prefix = prefix;
        this.timeline = timeline;
        this.folder = new LockedFolder(account, folder);
        messages = new BridgedMessages(account, folder);
        listeners = new BridgedListeners(account, folder);
    }

    /** Return what a folder of the bridge really is. */
    static BridgedFolder of(MailFolder folder) {
        if (folder instanceof BridgedFolder bridged) {
            return bridged;
        }
        throw new IllegalArgumentException(
                folder + " is a folder of another store; take one from the ImapHostManager of the bridge");
    }

    /** Return the address of the user whose folder it is. */
    String owner() {
        return folder.account().address();
    }

    /** Return the name, with those of the folders above. */
    String path() {
        return folder.name();
    }

    @Override
    public String getName() {
        String path = path();
        return path.substring(path.lastIndexOf(StoredMailbox.DELIMITER) + 1);
    }

    @Override
    public String getFullName() {
        return prefix + path();
    }

    @Override
    public Flags getAvailableFlags() {
        return new Flags(SYSTEM);
    }

    @Override
    public Flags getPermanentFlags() {
        Flags flags = getAvailableFlags();
        flags.add(Flag.USER);
        folder.messages().forEach(message -> flags.add(JakartaFlags.of(message.flags())));
        return flags;
    }

    @Override
    public int getMessageCount() {
        return folder.size();
    }

    @Override
    public int getRecentCount(boolean reset) {
        int recent = folder.recent().size();
        if (reset) {
            folder.claimRecent();
        }
        return recent;
    }

    @Override
    public long getUidValidity() {
        return folder.uidValidity();
    }

    @Override
    public long getUIDValidity() {
        return folder.uidValidity();
    }

    @Override
    public long getUIDNext() {
        return folder.uidNext();
    }

    @Override
    public int getFirstUnseen() {
        var all = folder.messages();
        int read = Math.toIntExact(
                all.stream().takeWhile(message -> message.flags().isSeen()).count());
        return read == all.size() ? -1 : read + 1;
    }

    @Override
    public int getUnseenCount() {
        return folder.messages(message -> !message.flags().isSeen()).size();
    }

    @Override
    public boolean isSelectable() {
        return folder.isSelectable();
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, @Nullable Date internalDate) {
        AppendedMessage appended = AppendedMessage.of(message);
        long uid = folder.append(
                appended.octets(), appended.flags().with(JakartaFlags.from(flags)), AppendedMessage.here(internalDate));
        tell("appended UID " + uid + " to");
        return uid;
    }

    @Override
    public void store(MovingMessage mail) {
        store(mail.getMessage());
    }

    @Override
    public void store(MimeMessage mail) {
        appendMessage(mail, new Flags(), null);
    }

    @Override
    public void deleteAllMessages() {
        tellExpunged(folder.expunge(message -> true));
    }

    @Override
    public void expunge() {
        tellExpunged(folder.expunge(message -> message.flags().isDeleted()));
    }

    @Override
    public void expunge(IdRange @Nullable [] idRanges) {
        tellExpunged(folder.expunge(message ->
                message.flags().isDeleted() && (idRanges == null || IdRange.containsUid(idRanges, message.uid()))));
    }

    @Override
    public void addListener(FolderListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(FolderListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void signalDeletion() {
        listeners.tellDeleted();
    }

    @Override
    public @Nullable StoredMessage getMessage(long uid) {
        return folder.message(uid).map(messages::of).orElse(null);
    }

    @Override
    public List<StoredMessage> getMessages() {
        return messages.all();
    }

    @Override
    public List<StoredMessage> getMessages(MsgRangeFilter range) {
        var all = folder.messages();
        List<StoredMessage> wanted = new ArrayList<>();
        for (int number = 1; number <= all.size(); number++) {
            if (range.includes(number)) {
                wanted.add(messages.of(all.get(number - 1)));
            }
        }
        return wanted;
    }

    @Override
    public List<StoredMessage> getNonDeletedMessages() {
        return folder.messages(message -> !message.flags().isDeleted()).stream()
                .map(messages::of)
                .toList();
    }

    @Override
    public long[] getMessageUids() {
        return folder.messages().stream().mapToLong(message -> message.uid()).toArray();
    }

    @Override
    public long[] search(SearchTerm searchTerm) {
        int number = 0;
        List<Long> found = new ArrayList<>();
        for (StoredMessage message : getMessages()) {
            number++;
            message.updateMessageNumber(number);
            if (searchTerm.match(message.getMimeMessage())) {
                found.add(message.getUid());
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        int index = Arrays.binarySearch(getMessageUids(), uid);
        if (index < 0) {
            throw missing(uid);
        }
        return index + 1;
    }

    @Override
    public long copyMessage(long uid, MailFolder toFolder) throws FolderException {
        BridgedFolder target = of(toFolder);
        long copy = target.folder.copy(folder.message(uid).orElseThrow(() -> missing(uid)));
        target.tell("copied UID " + uid + " of " + path() + " to");
        return copy;
    }

    @Override
    public long moveMessage(long uid, MailFolder toFolder) throws FolderException {
        long moved = copyMessage(uid, toFolder);
        tellExpunged(folder.expunge(message -> message.uid() == uid));
        return moved;
    }

    @Override
    public void setFlags(Flags flags, boolean value, long uid, @Nullable FolderListener silentListener, boolean addUid)
            throws FolderException {
        var named = JakartaFlags.from(flags);
        requireMessage(uid);
        listeners.doSilently(
                silentListener,
                () -> folder.mark(uid, present -> value ? present.with(named) : present.without(named)));
    }

    @Override
    public void replaceFlags(Flags flags, long uid, @Nullable FolderListener silentListener, boolean addUid)
            throws FolderException {
        requireMessage(uid);
        listeners.doSilently(silentListener, () -> folder.mark(uid, present -> JakartaFlags.from(flags)));
    }

    @Override
    public @Nullable Message getMessageByUID(long uid) {
        StoredMessage message = getMessage(uid);
        return message == null ? null : message.getMimeMessage();
    }

    @Override
    public Message[] getMessagesByUID(long start, long end) {
        long last = end == LASTUID ? Long.MAX_VALUE : end;
        return folder.messages(message -> message.uid() >= start && message.uid() <= last).stream()
                .map(message -> messages.of(message).getMimeMessage())
                .toArray(Message[]::new);
    }

    @Override
    public @Nullable Message[] getMessagesByUID(long[] uids) {
        return Arrays.stream(uids).mapToObj(this::getMessageByUID).toArray(Message[]::new);
    }

    @Override
    public long getUID(Message message) {
        return getMessages().stream()
                .filter(mine -> mine.getMimeMessage() == message)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(message + " is none of the messages of " + this))
                .getUid();
    }

    /** Return whose folder it is, and its name. */
    @Override
    public String toString() {
        return folder.toString();
    }

    private void requireMessage(long uid) throws FolderException {
        if (folder.message(uid).isEmpty()) {
            throw missing(uid);
        }
    }

    private FolderException missing(long uid) {
        return new FolderException(
                "No message has the UID " + uid + " in " + this + ", but " + Arrays.toString(getMessageUids()));
    }

    private void tellExpunged(List<Long> uids) {
        if (!uids.isEmpty()) {
            tell("expunged UID " + uids + " from");
        }
    }

    private void tell(String what) {
        timeline.append(SOURCE, owner() + ": " + what + " " + path());
    }
}
