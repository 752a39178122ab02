package io.github.postfixture.examples.springboot;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

/** Takes orders. */
@Service
public class Orders {

    private final JavaMailSender mail;
    private final RestClient payments = RestClient.create();
    private final URI paymentUrl;

    Orders(JavaMailSender mail, @Value("${payment.url}") URI paymentUrl) {
        this.mail = mail;
        this.paymentUrl = paymentUrl;
    }

    /** Take the money, then send the receipt. */
    public void place(String customer, String tea, int cents) {
        String payment = payments.post()
                .uri(paymentUrl)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"customer\": \"" + customer + "\", \"cents\": " + cents + "}")
                .retrieve()
                .body(String.class);
        send(customer, "Your order", "Thank you for ordering " + tea + ". Your payment is " + payment + ".");
    }

    /** Remind a customer of what they ordered last time. */
    public void remind(String customer, String tea) {
        send(customer, "Out of " + tea + "?", "Your last " + tea + " must be finished by now.");
    }

    private void send(String customer, String subject, String text) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("orders@tea-shop.example");
        message.setTo(customer);
        message.setSubject(subject);
        message.setText(text);
        mail.send(message);
    }
}
