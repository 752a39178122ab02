package io.github.postfixture.mail.greenmail.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.Folder;
import io.github.postfixture.mail.store.MailboxDirectory;
import io.github.postfixture.mail.store.SpecialUse;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.mail.store.StoreRefusal;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.mail.store.StoredMessage;
import io.github.postfixture.octets.Octets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreenMailFolderTests {

    private static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2026-11-24T12:30:00Z");
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
    void makesTheFoldersAbove() throws StoreRefusal {
        account.create("Work.2026.November", Set.of(SpecialUse.ARCHIVE));
        account.create("inbox.Sub", Set.of());

        assertThat(account.folders())
                .extracting(Folder::name)
                .containsExactly("INBOX", "INBOX.Sub", "Work", "Work.2026", "Work.2026.November");
        assertThat(account.folder("Work.2026.November").orElseThrow().uses()).containsExactly(SpecialUse.ARCHIVE);
        assertThat(account.folder("work")).isEmpty();
        assertThat(account.folder("iNbOx")).hasValue(inbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a*", "%", "a\nb", "inbox"})
    void refusesANameThatCannotBeOne(String name) {
        assertThatExceptionOfType(StoreRefusal.class).isThrownBy(() -> account.create(name, Set.of()));
    }

    @Test
    void renamesAFolderWithThoseBelow() throws StoreRefusal {
        Folder work = account.create("Work", Set.of());
        account.create("Work.2026", Set.of()).append(MESSAGE, Flags.none(), RECEIVED);
        account.create("Workshop", Set.of());
        long uidValidity = work.uidValidity();
        account.rename("Work", "Old.Job");

        assertThat(account.folders())
                .extracting(Folder::name)
                .containsExactly("INBOX", "Old", "Old.Job", "Old.Job.2026", "Workshop");
        assertThat(account.folder("Old.Job")).hasValue(work);
        assertThat(work.uidValidity()).isEqualTo(uidValidity);
        assertThat(account.folder("Old.Job.2026").orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void renamesAnInboxByMovingItsMessages() throws StoreRefusal {
        inbox.append(MESSAGE, Flags.of("\\Seen"), RECEIVED);
        account.create("INBOX.Sub", Set.of());
        account.rename("INBOX", "Old");

        assertThat(inbox.messages()).isEmpty();
        assertThat(account.folder("Old").orElseThrow().messages())
                .extracting(StoredMessage::flags)
                .containsExactly(Flags.of("\\Seen"));
        assertThat(account.folder("INBOX.Sub")).isPresent();
    }

    @Test
    void refusesToRenameWhatIsNotThereOrToWhatIs() throws StoreRefusal {
        account.create("a.b", Set.of());

        assertThatExceptionOfType(StoreRefusal.class)
                .isThrownBy(() -> account.rename("b", "c"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(StoreRefusal.Reason.NONEXISTENT));
        assertThatExceptionOfType(StoreRefusal.class)
                .isThrownBy(() -> account.rename("a", "inbox"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(StoreRefusal.Reason.ALREADYEXISTS));
        assertThatExceptionOfType(StoreRefusal.class).isThrownBy(() -> account.rename("a", "a.b.c"));
        assertThat(account.folders()).extracting(Folder::name).containsExactly("INBOX", "a", "a.b");
    }

    @Test
    void leavesAHollowFolderAboveOthers() throws StoreRefusal {
        Folder above = account.create("a", Set.of());
        above.append(MESSAGE, Flags.none(), RECEIVED);
        long uidValidity = above.uidValidity();
        account.create("a.b", Set.of());
        account.delete("a");

        assertThat(above.isSelectable()).isFalse();
        assertThat(above.messages()).isEmpty();
        assertThatExceptionOfType(StoreRefusal.class).isThrownBy(() -> account.delete("a"));
        assertThat(account.create("a", Set.of())).isSameAs(above);
        assertThat(above.isSelectable()).isTrue();
        assertThat(above.uidValidity()).isNotEqualTo(uidValidity);
    }

    @Test
    void emptiesAFolderThatIsDeleted() throws StoreRefusal {
        Folder folder = account.create("a", Set.of());
        folder.append(MESSAGE, Flags.none(), RECEIVED);
        account.delete("a");

        assertThat(account.folder("a")).isEmpty();
        assertThat(folder.messages()).isEmpty();
        assertThatExceptionOfType(StoreRefusal.class).isThrownBy(() -> account.delete("inbox"));
    }
}
