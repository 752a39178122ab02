package io.github.postfixture.mail.greenmail.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.octets.Octets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the protocols rely on, and so what GreenMail must go on to do. */
class GreenMailStoreTests {

    private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-11-24T12:30:00+02:00");
    private static final Octets MESSAGE = Octets.of("Subject: one\r\n\r\nfirst\r\n".getBytes(US_ASCII));

    private final List<StoreDelivery> delivered = new ArrayList<>();
    private final List<Consumer<StoreDelivery>> sinks = new ArrayList<>();
    private final GreenMailStore store = new GreenMailStore(new MailboxDirectory() {
        @Override
        public void open(String address, Consumer<StoreDelivery> sink) {
            delivered.forEach(sink);
            sinks.add(sink);
        }
    });

    private final StoredMailbox account = store.open("alice@example.org");
    private final Folder inbox = account.inbox();

    @Test
    void fillsAnInboxWhenItIsOpenedAndFromThenOn() {
        delivered.add(StoreDelivery.toInbox(MESSAGE, RECEIVED.toInstant()));
        Folder bobs = store.open("Bob@example.org").inbox();
        sinks.get(1)
                .accept(StoreDelivery.toInbox(MESSAGE, RECEIVED.plusSeconds(1).toInstant()));

        assertThat(bobs.messages())
                .extracting(StoredMessage::receivedAt)
                .containsExactly(here(RECEIVED), here(RECEIVED.plusSeconds(1)));
        assertThat(store.open("bob@EXAMPLE.org")).isSameAs(store.open("Bob@example.org"));
        assertThat(inbox.messages()).isEmpty();
    }

    /** Return the same moment in the zone of this machine. */
    private static OffsetDateTime here(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZoneId.systemDefault()).toOffsetDateTime();
    }

    @Test
    void keepsOneCopyOfTheBytes() throws StoreRefusal {
        StoredMessage message = inbox.append(MESSAGE, Flags.none(), RECEIVED);
        StoredMessage copy = account.create("Copies", Set.of()).copy(message);

        assertThat(message.octets()).isSameAs(MESSAGE);
        assertThat(copy.octets()).isSameAs(MESSAGE);
        assertThat(copy.id()).isEqualTo(message.id());
        assertThat(account.octets()).isEqualTo(2 * MESSAGE.length());
    }

    @Test
    void givesEachMessageTheNextUid() {
        long next = inbox.uidNext();
        StoredMessage first = inbox.append(MESSAGE, Flags.none(), RECEIVED);
        inbox.expunge(List.of(first.uid()));
        StoredMessage second = inbox.append(MESSAGE, Flags.none(), RECEIVED);

        assertThat(first.uid()).isEqualTo(next).isEqualTo(1);
        assertThat(second.uid()).isEqualTo(2);
        assertThat(inbox.uidNext()).isEqualTo(3);
    }

    @Test
    void keepsDateAndFlags() {
        Flags flags = Flags.of("\\seen", "\\Flagged", "$Label1", "Work");
        StoredMessage message = inbox.append(MESSAGE, flags, RECEIVED.plusNanos(7_000_000));

        assertThat(inbox.message(message.uid())).hasValue(message);
        assertThat(message.receivedAt()).isEqualTo(RECEIVED.plusNanos(7_000_000));
        assertThat(message.flags()).isEqualTo(flags).hasToString("$Label1 \\Flagged \\Seen Work");
    }

    @Test
    void marksAMessageAnew() {
        StoredMessage message = inbox.append(MESSAGE, Flags.of("\\Seen", "one"), RECEIVED);
        StoredMessage marked = inbox.mark(message, Flags.of("\\Deleted", "two"));
        StoredMessage same = inbox.mark(marked, Flags.of("\\deleted", "TWO"));

        assertThat(marked.flags()).isEqualTo(Flags.of("\\Deleted", "two"));
        assertThat(marked.modSeq()).isGreaterThan(message.modSeq()).isEqualTo(inbox.highestModSeq());
        assertThat(same).isEqualTo(marked);
        assertThat(inbox.messages()).containsExactly(marked);
    }

    @Test
    void expungesWhatItIsToldAndNothingElse() {
        StoredMessage first = inbox.append(MESSAGE, Flags.of("\\Deleted"), RECEIVED);
        StoredMessage second = inbox.append(MESSAGE, Flags.none(), RECEIVED);
        StoredMessage third = inbox.append(MESSAGE, Flags.none(), RECEIVED);
        long before = inbox.highestModSeq();
        inbox.expunge(List.of(second.uid(), third.uid(), 99L));

        assertThat(inbox.messages()).containsExactly(first);
        assertThat(inbox.octets()).isEqualTo(MESSAGE.length());
        assertThat(inbox.expungedSince(before)).containsExactly(second.uid(), third.uid());
        assertThat(inbox.expungedSince(inbox.highestModSeq())).isEmpty();
        assertThat(inbox.highestModSeq()).isGreaterThan(before);
    }

    @Test
    void tellsListenersOfEachChange() {
        List<Long> heard = new ArrayList<>();
        Runnable listener = () -> heard.add(inbox.highestModSeq());
        inbox.addListener(listener);
        StoredMessage message = inbox.append(MESSAGE, Flags.none(), RECEIVED);
        inbox.mark(message, Flags.of("\\Seen"));
        inbox.expunge(List.of(message.uid()));
        inbox.expunge(List.of(message.uid()));
        inbox.removeListener(listener);
        inbox.append(MESSAGE, Flags.none(), RECEIVED);

        assertThat(heard).containsExactly(2L, 3L, 4L);
    }

    @Test
    void neverGivesTwoFoldersTheSameUidValidity() throws StoreRefusal {
        Folder first = account.create("a", Set.of());
        Folder other = store.open("bob@example.org").inbox();
        long before = first.uidValidity();
        first.resetUidValidity();

        assertThat(List.of(inbox.uidValidity(), before, first.uidValidity(), other.uidValidity()))
                .doesNotHaveDuplicates()
                .allMatch(validity -> validity < 1L << 32);
        assertThat(first.uidValidity()).isGreaterThan(before);
    }

    @Test
    void knowsWhichMessagesAreRecent() {
        inbox.append(MESSAGE, Flags.none(), RECEIVED);
        assertThat(inbox.recentFrom()).isEqualTo(1);
        inbox.claimRecent();
        StoredMessage second = inbox.append(MESSAGE, Flags.none(), RECEIVED);

        assertThat(inbox.recentFrom()).isEqualTo(second.uid());
    }

    @Test
    void limitsWhatAnAccountHolds() {
        inbox.append(Octets.of(new byte[1000]), Flags.none(), RECEIVED);
        assertThat(account.hasRoomFor(1_000_000, 1L << 40)).isTrue();
        account.limit(new Quota(OptionalLong.of(1), OptionalLong.of(2)));

        assertThat(account.hasRoomFor(1, 24)).isTrue();
        assertThat(account.hasRoomFor(1, 25)).isFalse();
        assertThat(account.hasRoomFor(2, 0)).isFalse();
    }

    @Test
    void remembersSubscriptionsToWhatIsGone() throws StoreRefusal {
        account.create("a", Set.of());
        account.subscribe("a", true);
        account.subscribe("inbox", true);
        account.delete("a");
        assertThat(account.subscriptions()).containsExactly("INBOX", "a");
        account.subscribe("INBOX", false);

        assertThat(account.subscriptions()).containsExactly("a");
    }
}
