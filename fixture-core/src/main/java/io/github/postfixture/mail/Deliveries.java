package io.github.postfixture.mail;

import io.github.postfixture.mail.inbound.DeliveryOptions;
import io.github.postfixture.mail.inbound.InboundMail;
import io.github.postfixture.mail.message.DeliveredMail;
import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoreDelivery;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.EventDetail;
import io.github.postfixture.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a test, and robots, put into a mailbox, as if another server had brought it. Safe for use by several threads. */
final class Deliveries {

    private static final String SOURCE = "test";
    private static final String INBOX = "INBOX";

    private final String address;
    private final Timeline timeline;
    private final AutoResponders robots;
    private final Consumer<StoreDelivery> mailbox;
    private final InstantSource clock;
    private final List<DeliveredMail> all = new CopyOnWriteArrayList<>();

    /**
     * Prepare to deliver.
     *
     * @param address whose mailbox it is
     * @param timeline where the mail of the test is told of
     * @param robots who may answer
     * @param mailbox where the mail goes
     * @param clock when it does
     */
    Deliveries(
            String address,
            Timeline timeline,
            AutoResponders robots,
            Consumer<StoreDelivery> mailbox,
            InstantSource clock) {
        this.address = address;
        this.timeline = timeline;
        this.robots = robots;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    List<DeliveredMail> all() {
        return List.copyOf(all);
    }

    /** Forget all of them. */
    void clear() {
        all.clear();
    }

    /** Deliver a mail of the test. */
    DeliveredMail deliver(InboundMail mail, DeliveryOptions arrival) {
        return deliver(mail, arrival, false);
    }

    /** Deliver the answer of a robot. */
    DeliveredMail deliverAnswer(InboundMail answer) {
        return deliver(answer, DeliveryOptions.inbox(), true);
    }

    /** Deliver every {@code .eml} file of a directory, in the order of their names. */
    List<DeliveredMail> deliverAll(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(file -> deliver(InboundMail.eml(file), DeliveryOptions.inbox()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeliveredMail deliver(InboundMail mail, DeliveryOptions arrival, boolean byRobot) {
        DeliveredMail delivered = new DeliveredMail(address, octets(mail.dated(clock)), arrival.time(clock), byRobot);
        StoreDelivery delivery = new StoreDelivery(
                delivered.octets(), delivered.receivedAt(), arrival.folder(), Flags.of(arrival.flags()));
        all.add(delivered);
        if (!byRobot) {
            timeline.append(SOURCE, new Deposit(delivered, arrival));
        }
        mailbox.accept(delivery);
        timeline.wake();
        robots.arrived(delivered);
        return delivered;
    }

    private static Octets octets(InboundMail mail) {
        try {
            Octets.Collector collector = new Octets.Collector();
            mail.writeTo(collector);
            return collector.collected();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the timeline shows of a mail of the test: readers hear of it afterwards. */
    private record Deposit(DeliveredMail mail, DeliveryOptions arrival) implements EventDetail {

        @Override
        public EventCard card(Event event) {
            return mail.card();
        }

        @Override
        public String toString() {
            String flags = arrival.flags().isEmpty() ? "" : ", flagged " + String.join(" ", arrival.flags());
            String folder = arrival.folder().equals(INBOX) ? "" : ", folder " + arrival.folder();
            return "delivers " + mail + folder + flags;
        }
    }
}
