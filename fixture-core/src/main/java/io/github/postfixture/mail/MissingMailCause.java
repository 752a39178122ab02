package io.github.postfixture.mail;

import io.github.postfixture.explanation.Listing;
import io.github.postfixture.explanation.Printable;
import io.github.postfixture.mail.attempt.Attempt;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mail.reader.Readers;
import io.github.postfixture.mime.AddressSpec;
import io.github.postfixture.timeline.ApplicationProblem;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.OutgoingConnections;
import io.github.postfixture.timeline.Subject;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.tls.Distrust;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why there is no mail, as far as a server knows. Each answer goes on from "but none came", up to the end of that
 * sentence, and has more lines where there is more to say.
 */
record MissingMailCause(Timeline timeline, ConnectionLog callers) {

    private static final int MOST_REPORTS = 10;
    private static final String NOTHING_FOUND = "An application that answers the mail it finds had nothing to answer.";
    private static final String MISDIRECTED =
            "Give the application the host and port of MailServer.smtp(). If it has them, look at how the names of the properties or"
                    + " variables are spelt: where a name is misspelt, a default holds.";
    private static final String FAILED_BEFORE =
            "So host and port are not the reason: the application failed before it sent anything, or it sends later than this test"
                    + " waits. (Only NIO channels, as Netty has them, and other processes would not be seen.)\n"
                    + "No exception ended a thread and no warning was logged, so look for one that was swallowed: by an empty catch"
                    + " block, or by a background task (CompletableFuture, ExecutorService, @Async) whose result nobody asks for.";

    /** Return how attempts to send to one of these addresses ended, if there was one that failed. */
    Optional<String> ofRefusal(List<String> wanted) {
        return ended(attempts()
                .filter(event -> recipients(event).stream()
                        .anyMatch(used -> wanted.stream().anyMatch(one -> AddressSpec.isSame(one, used))))
                .toList());
    }

    private static List<String> recipients(Event event) {
        return event.detail() instanceof Attempt attempt ? attempt.recipients() : List.of();
    }

    /** Return why no mail at all has come; nothing if one has. */
    Optional<String> ofNone() {
        return mails().isEmpty() ? Optional.of(ofSilence()) : Optional.empty();
    }

    private String ofSilence() {
        return callers.mistake()
                .map(MissingMailCause::mistaken)
                .or(this::distrusted)
                .or(() -> ended(attempts().toList()))
                .orElseGet(() -> callers.hasSenders() ? unsaid() : misled().orElseGet(this::nobody));
    }

    private static String mistaken(ConnectionLog.Mistaken clients) {
        return ": a client " + clients.mistake().did() + times(clients.times()) + ", but " + clients.endpoint() + " "
                + clients.mistake().instead() + ".\n" + clients.mistake().remedy();
    }

    private static String times(int times) {
        return times == 1 ? "" : ", " + times + " times";
    }

    private Optional<String> distrusted() {
        return Distrust.refusal(reported()).map(words -> ": " + words + ".\n" + Distrust.remedy());
    }

    private Optional<String> ended(List<Event> attempts) {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(new FailedAttempts(attempts, timeline).inWords());
    }

    private String unsaid() {
        return ": somebody connected to " + callers.whereToSend() + " but handed over no mail." + callers.senders()
                + reported(reported());
    }

    private Optional<String> misled() {
        return callers.silentReaders()
                .map(words -> ": " + words
                        + ".\nAn SMTP client does this when the greeting is not one of SMTP: does the application send to"
                        + " the port of IMAP or POP3? Mail is sent to MailServer.smtp().");
    }

    private String nobody() {
        String where = callers.whereToSend();
        if (where.isEmpty()) {
            return ": nobody has asked where to send it.\nGive the application the host and port of MailServer.smtp().";
        }
        List<ApplicationProblem> problems = timeline.details(ApplicationProblem.class);
        String searched = searched();
        String counts = counts(searched);
        return ": nobody connected to " + where
                + (problems.isEmpty()
                        ? searched.isEmpty() ? silence(counts) : ".\n" + counts + NOTHING_FOUND
                        : ", but " + ApplicationProblem.inWords(problems) + ".");
    }

    /** Return what is known where no problem was heard of: another server was tried, or none. */
    private String silence(String counts) {
        String tried = elsewhere().map(OutgoingConnections::toHandOverMail).orElse("");
        return tried.isEmpty()
                ? (elsewhere().isPresent() ? ", and nothing in this JVM tried another mail server" : "") + ".\n"
                        + counts + advice()
                : ", but " + tried + ".\n" + counts + MISDIRECTED;
    }

    private Optional<OutgoingConnections> elsewhere() {
        return timeline.subject().flatMap(Subject::elsewhere);
    }

    private String counts(String searched) {
        List<String> counts = callers.counts();
        return counts.isEmpty() ? "" : "Meanwhile " + String.join(", ", counts) + searched + ".\n";
    }

    /** Return the last search of a reader that found nothing, which may be why an application that answers mail is silent. */
    private String searched() {
        return timeline.details(Readers.OfMailbox.class).stream()
                .filter(done -> done.action().foundNothing())
                .reduce((first, last) -> last)
                .map(done -> ", and " + Printable.line(done))
                .orElse("");
    }

    private String advice() {
        return elsewhere().map(this::failedBefore).orElseGet(this::unwatched);
    }

    private String failedBefore(OutgoingConnections watched) {
        String others = watched.forOtherPurposes();
        return FAILED_BEFORE + (others.isEmpty() ? "" : "\nIt did connect to " + others + ".");
    }

    private String unwatched() {
        return callers.hadSenders()
                ? "So it is known where to send: the application failed before it sent anything, perhaps in a"
                        + " background task whose exception nobody saw."
                : "Either the application failed before it sent anything, perhaps in a background task whose exception nobody"
                        + " saw, or it sends to another host or port, or later than this test waits.";
    }

    /** Return what SMTP reported, a line feed in front; nothing if it reported nothing. */
    String reports() {
        List<String> reports = reported();
        return reported(reports) + (mails().isEmpty() ? callers.inWords() : "") + Distrust.advice(reports);
    }

    private static String reported(List<String> reports) {
        return reports.isEmpty() ? "" : "\nWhat SMTP reported:\n" + Listing.of(Listing.ends(reports, MOST_REPORTS));
    }

    /** Return the addresses that clients have used, of senders too, of mails that came and of commands that were refused. */
    List<String> addresses() {
        Stream<String> delivered = mails().stream()
                .flatMap(mail -> Stream.concat(
                        mail.envelope().recipients().stream(),
                        Stream.of(mail.envelope().sender())));
        return Stream.concat(delivered, AddressSlip.addressesIn(reported()).stream())
                .distinct()
                .toList();
    }

    /** Return the mails that came, to whomever. */
    List<ReceivedMail> mails() {
        return timeline.details(ReceivedMail.class);
    }

    private Stream<Event> attempts() {
        return timeline.events().stream().filter(event -> event.detail() instanceof Attempt);
    }

    private List<String> reported() {
        return timeline.events().stream()
                .filter(event -> event.source().startsWith(SmtpService.SOURCE))
                .flatMap(event -> event.told().stream())
                .toList();
    }
}
