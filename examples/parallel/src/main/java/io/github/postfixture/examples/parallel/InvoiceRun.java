package io.github.postfixture.examples.parallel;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends the invoices of a month, from several threads at once. */
public final class InvoiceRun {

    private static final String SENDER = "invoices@example.org";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();
    private final Session session;
    private final URI amounts;
    private final int threads;

    /**
     * Prepare a run.
     *
     * @param smtp where mail goes
     * @param amounts the page that knows what each customer owes
     * @param threads how many send at once
     */
    public InvoiceRun(URI smtp, URI amounts, int threads) {
        this.amounts = amounts;
        this.threads = threads;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", String.valueOf(smtp.getPort()));
        session = Session.getInstance(properties);
    }

    /** Write to all customers; return why those failed that did, by their address. */
    public Map<String, String> send(Collection<String> customers) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List.copyOf(customers).forEach(customer -> pool.execute(() -> bill(customer)));
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.HOURS);
        return failures;
    }

    private void bill(String customer) {
        try {
            Transport.send(invoice(customer, amountOf(customer)));
        } catch (MessagingException | IOException e) {
            failures.put(customer, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String amountOf(String customer) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(amounts + "/" + customer)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private MimeMessage invoice(String customer, String amount) throws MessagingException {
        MimeMessage invoice = new MimeMessage(session);
        invoice.setFrom(new InternetAddress(SENDER));
        invoice.setRecipient(RecipientType.TO, new InternetAddress(customer));
        invoice.setRecipient(RecipientType.BCC, new InternetAddress("archive@example.org"));
        invoice.setSubject("Your invoice");
        invoice.setText("Please pay " + amount + ".");
        return invoice;
    }
}
