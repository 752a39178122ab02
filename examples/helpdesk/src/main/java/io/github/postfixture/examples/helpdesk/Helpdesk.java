package io.github.postfixture.examples.helpdesk;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Makes tickets of the mail to an address, and says so to those who write; but not to their programs. */
public final class Helpdesk {

    private final String address;
    private final Session session;
    private final Map<Integer, Ticket> tickets = new ConcurrentSkipListMap<>();
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    public Helpdesk(URI smtp, String address) {
        this.address = address;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", String.valueOf(smtp.getPort()));
        session = Session.getInstance(properties);
    }

    public List<Ticket> tickets() {
        return List.copyOf(tickets.values());
    }

    /** Return the customers whom no mail reaches. */
    public Set<String> unreachable() {
        return Set.copyOf(unreachable);
    }

    /** Do what a mail asks for, and return the folder that it belongs into then. */
    String handle(MimeMessage message) throws MessagingException, IOException {
        Letter letter = new Letter(message);
        if (letter.isBounce()) {
            unreachable.addAll(letter.failedRecipients());
            return "Bounces";
        }
        if (letter.isAutomatic()) {
            return "Ignored";
        }
        Optional<Ticket> known = known(letter);
        if (known.isPresent()) {
            tickets.put(known.get().number(), known.get().continued());
        } else {
            open(letter);
        }
        return "Tickets";
    }

    private Optional<Ticket> known(Letter letter) throws MessagingException {
        for (Ticket ticket : tickets.values()) {
            if (letter.refersTo(receipts.getOrDefault(ticket.number(), "?"))) {
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    private void open(Letter letter) throws MessagingException {
        Ticket ticket = new Ticket(tickets.size() + 1, letter.sender(), letter.subject(), 1);
        MimeMessage receipt = receipt(ticket, letter);
        Transport.send(receipt);
        tickets.put(ticket.number(), ticket);
        receipts.put(ticket.number(), receipt.getMessageID());
    }

    private MimeMessage receipt(Ticket ticket, Letter letter) throws MessagingException {
        MimeMessage receipt = new MimeMessage(session);
        receipt.setFrom(new InternetAddress(address));
        receipt.setRecipient(Message.RecipientType.TO, new InternetAddress(ticket.customer()));
        receipt.setSubject("[#" + ticket.number() + "] " + ticket.subject(), "UTF-8");
        receipt.setHeader("Auto-Submitted", "auto-replied");
        String id = letter.message().getMessageID();
        if (id != null) {
            receipt.setHeader("In-Reply-To", id);
            receipt.setHeader("References", id);
        }
        receipt.setText("We have your question, and will answer it soon.\n", "UTF-8");
        return receipt;
    }
}
