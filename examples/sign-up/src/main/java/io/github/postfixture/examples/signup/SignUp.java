package io.github.postfixture.examples.signup;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Registers people by their address, once they have confirmed it. */
public final class SignUp {

    private static final String SENDER = "shop@example.org";

    private final Session session;
    private final URI confirmPage;
    private final Map<String, String> pending = new ConcurrentHashMap<>();

    public SignUp(URI smtp, URI confirmPage) {
        this.confirmPage = confirmPage;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", String.valueOf(smtp.getPort()));
        session = Session.getInstance(properties);
    }

    /** Ask somebody by mail to confirm an address. */
    public void register(String address) throws MessagingException {
        String token = UUID.randomUUID().toString();
        Transport.send(welcome(address, linkFor(address, token)));
        pending.put(token, address);
    }

    /** Return whose address a token confirms; each does it once. */
    public Optional<String> confirm(String token) {
        return Optional.ofNullable(pending.remove(token));
    }

    private String linkFor(String address, String token) {
        return confirmPage + "?token=" + token + "&address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private MimeMessage welcome(String address, String link) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject("Welcome", "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Welcome – schön, dass du da bist!\n\nConfirm your address: " + link, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(
                "<h1>Welcome – schön, dass du da bist!</h1><p><a href=\"" + link.replace("&", "&amp;")
                        + "\">Confirm your address</a></p>",
                "UTF-8",
                "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }
}
