package io.github.postfixture.examples.migration;

import jakarta.mail.Message;
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
import java.util.Properties;

/** What all these tests are about: it asks a web service for a price, and sends offers by mail. */
final class Shop {

    private Shop() {}

    static void sendOffer(String host, int port, String customer) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(customer));
        message.setSubject("Our offer");
        message.setText("Tea for 5 €", "UTF-8");
        Transport.send(message);
    }

    static String price(URI shop, String tea) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(shop.resolve("/prices/" + tea)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
