package io.github.postfixture.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.page.Html;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.fault.HttpFault;
import io.github.postfixture.web.response.Response;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** One browser for all tests; the servers behind its pages are new for each. */
@Tag("real-client")
@Execution(SAME_THREAD)
@WithMailServer
@WithWebServer(site = "classpath:shop")
class TeaShopTests {

    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsTheTeasOfTheApi(WebServer web) {
        web.serve("GET", "/api/teas", Response.json("[{\"name\": \"Earl Grey\", \"price\": 4.5}]"));

        open(web, "/index.html").findElement(By.cssSelector("#teas li"));

        assertThat(shown())
                .hasTitle("Tea shop")
                .hasNoAccessibilityDefects()
                .text("#teas")
                .isEqualTo("Earl Grey: 4.5");
        assertThat(web.awaitRequest("/api/teas")).hasMethod("GET").hasStatus(200);
    }

    @Test
    void staysCalmWhenTheApiFails(WebServer web) {
        web.failNext("/api/teas", HttpFault.status(503));

        open(web, "/index.html").findElement(By.xpath("//p[contains(., 'later')]"));

        assertThat(shown()).text("#state").isEqualTo("The shop is closed, please come back later");
    }

    @Test
    void confirmsAnOrderByMail(MailServer mail, WebServer web) {
        web.serve("GET", "/api/teas", Response.json("[]"));
        web.serve("POST", "/api/orders", request -> {
            send(mail, address(web, "/index.html?order=4711"));
            return Response.json("{}");
        });
        web.serve("GET", "/api/orders/4711", Response.json("{\"state\": \"on its way\"}"));

        WebDriver shop = open(web, "/index.html");
        shop.findElement(By.name("address")).sendKeys("alice@example.org");
        shop.findElement(By.tagName("button")).click();
        ReceivedMail confirmation = mail.awaitMail();
        shop.get(confirmation.link("Confirm your order").uri().toString());
        shop.findElement(By.xpath("//p[contains(., 'Order')]"));

        assertThat(confirmation).hasRecipients("alice@example.org");
        assertThat(shown()).text("#state").isEqualTo("Order 4711 is on its way");
    }

    private static WebDriver open(WebServer web, String path) {
        browser.driver().get(address(web, path).toString());
        return browser.driver();
    }

    /** Return what the browser shows now, scripts and all. */
    private static Html shown() {
        return Html.of(browser.driver().getPageSource());
    }

    private static URI address(WebServer web, String path) {
        return web.https().uri().resolve(path);
    }

    /** Do what the real shop does when it has an order. */
    private static void send(MailServer mail, URI link) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", mail.smtp().host());
        properties.put("mail.smtp.port", String.valueOf(mail.smtp().port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.org"));
        message.setRecipient(RecipientType.TO, new InternetAddress("alice@example.org"));
        message.setSubject("Your order");
        message.setContent("<a href='" + link + "'>Confirm your order</a>", "text/html");
        Transport.send(message);
    }
}
