package com.example.kotlin

import io.github.postfixture.Endpoint
import io.github.postfixture.junit5.MailServerExtension
import io.github.postfixture.junit5.Server
import io.github.postfixture.junit5.WithMailServer
import io.github.postfixture.junit5.WithWebServer
import io.github.postfixture.mail.message.MailCriteria
import io.github.postfixture.mail.MailServer
import io.github.postfixture.mail.message.ReceivedMail
import io.github.postfixture.mail.fault.SmtpFault
import io.github.postfixture.mail.protocol.SmtpStage
import io.github.postfixture.page.Page
import io.github.postfixture.web.response.Response
import io.github.postfixture.web.WebServer
import jakarta.mail.Message.RecipientType
import jakarta.mail.MessagingException
import jakarta.mail.Session
import jakarta.mail.Transport
import jakarta.mail.internet.InternetAddress
import jakarta.mail.internet.MimeMessage
import java.util.Properties
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension

/** The API as it is typed from Kotlin. */
@WithMailServer(accounts = ["alice@example.org:secret"])
@WithWebServer
class WelcomeTests {

    @Server
    private lateinit var field: MailServer

    @Test
    fun `sends a welcome mail`(mail: MailServer, web: WebServer) {
        web.serve("/confirm", Response.html("<title>Done</title>"))
        send(mail.smtp(), "Confirm: ${web.uri("/confirm")}")

        val welcome: ReceivedMail = mail.awaitMail(MailCriteria.recipient("alice@example.org"))
        assertThat(welcome).isFrom("shop@example.org").hasSubject("Welcome").text().contains("Confirm")
        assertThat(welcome.links()).hasSize(1)
        assertThat(Page.open(web.uri("/confirm"))).hasStatusOk().hasTitle("Done")
        assertThat(field).isSameAs(mail)
    }

    @Test
    fun `answers by a lambda`(web: WebServer) {
        web.on("GET", "/hello/{name}").answer { request -> Response.html("<h1>${request.path()}</h1>") }

        assertThat(Page.open(web.uri("/hello/alice"))).text("h1").isEqualTo("/hello/alice")
    }

    @Test
    fun `refuses on purpose`(mail: MailServer) {
        mail.failNext(SmtpStage.RCPT, SmtpFault.userUnknown())

        assertThatThrownBy { send(mail.smtp(), "Hello") }.isInstanceOf(MessagingException::class.java)
    }

    @Nested
    inner class WithAnExtension {

        @JvmField
        @RegisterExtension
        val mailServer: MailServerExtension =
            MailServerExtension.with(MailServer.builder().account("bob@example.org", "secret"))

        @Test
        fun `it counts`(mail: MailServer) {
            assertThat(mail.accounts()).containsExactly("bob@example.org")
        }
    }

    private fun send(smtp: Endpoint, text: String) {
        val properties = Properties()
        properties["mail.smtp.host"] = smtp.host()
        properties["mail.smtp.port"] = smtp.port().toString()
        val message = MimeMessage(Session.getInstance(properties))
        message.setFrom(InternetAddress("shop@example.org"))
        message.setRecipient(RecipientType.TO, InternetAddress("alice@example.org"))
        message.subject = "Welcome"
        message.setText(text)
        Transport.send(message)
    }
}
