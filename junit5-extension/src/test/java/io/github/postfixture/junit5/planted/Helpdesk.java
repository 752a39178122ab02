package io.github.postfixture.junit5.planted;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.URI;
import java.util.Properties;

/** Reads the questions in a mailbox, answers them, and files them under Done. */
final class Helpdesk {

    private final Bug bug;
    private final URI imap;
    private final Mailer mailer;

    Helpdesk(URI imap, Mailer mailer, Bug bug) {
        this.imap = imap;
        this.mailer = mailer;
        this.bug = bug;
    }

    private interface Work {
        void with(Folder inbox, Folder done) throws MessagingException, IOException;
    }

    /** Answer every question, and file it. */
    void poll() throws MessagingException, IOException {
        inMailbox((inbox, done) -> {
            Message[] questions = bug == Bug.SEARCH_FOR_UNREAD_ONLY
                    ? inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))
                    : inbox.getMessages();
            for (Message question : questions) {
                answer((MimeMessage) question);
                file(inbox, done, question);
            }
        });
    }

    /** Return the texts of the questions, and leave them unread. */
    String preview() throws MessagingException, IOException {
        StringBuilder texts = new StringBuilder();
        inMailbox((inbox, done) -> {
            for (Message question : inbox.getMessages()) {
                texts.append(question.getContent());
            }
        });
        return texts.toString();
    }

    private void answer(MimeMessage question) throws MessagingException {
        MimeMessage answer = mailer.message();
        answer.setFrom(new InternetAddress("help@example.org"));
        answer.setRecipients(Message.RecipientType.TO, question.getFrom());
        answer.setSubject("Re: " + question.getSubject());
        if (bug != Bug.IN_REPLY_TO_MISSING) {
            answer.setHeader("In-Reply-To", question.getMessageID());
        }
        answer.setHeader("References", question.getMessageID());
        answer.setText("We look into it.");
        mailer.send(answer, 1, 0);
    }

    private void file(Folder inbox, Folder done, Message question) throws MessagingException {
        inbox.copyMessages(new Message[] {question}, done);
        Message filed = bug == Bug.WRONG_MESSAGE_DELETED ? inbox.getMessage(inbox.getMessageCount()) : question;
        filed.setFlag(Flags.Flag.DELETED, true);
    }

    private void inMailbox(Work work) throws MessagingException, IOException {
        Properties configuration = new Properties();
        configuration.setProperty("mail.imap.peek", "" + (bug != Bug.READING_MARKS_AS_READ));
        try (Store store = Session.getInstance(configuration).getStore("imap")) {
            store.connect(imap.getHost(), imap.getPort(), "help@example.org", "secret");
            Folder done = store.getFolder("Done");
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.fetch(inbox.getMessages(), profile());
            work.with(inbox, done);
            inbox.close(bug != Bug.DELETED_BUT_NOT_EXPUNGED);
        }
    }

    private static FetchProfile profile() {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.FLAGS);
        return profile;
    }
}
