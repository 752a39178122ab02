package io.github.postfixture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.web.request.Part;
import io.github.postfixture.web.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that is made of parts. */
class MultipartTests {

    private static final String TITLE = "Content-Disposition: form-data; name=\"title\"\r\n\r\ntea";

    private final WebServer web = WebServer.start();

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=BB",
                "Multipart/Form-Data; Boundary=BB",
                "multipart/form-data;BOUNDARY=\"BB\"",
                "multipart/form-data; charset=utf-8 ; boundary = BB",
                "multipart/mixed; boundary=BB",
                "multipart/related; type=\"text/plain\"; boundary=BB",
            })
    void isTakenApartWhateverItsTypeAndTheLettersOfItsParameters(String type) throws IOException {
        assertThat(parts(type, "--BB\r\n" + TITLE + "\r\n--BB--\r\n")).hasToString("[title, 3 bytes]");
    }

    @Test
    void isWhatItsTypeSays() throws IOException {
        assertThat(parts("text/plain; boundary=BB", "--BB\r\n" + TITLE + "\r\n--BB--\r\n"))
                .isEmpty();
        assertThat(parts("multipart/form-data", "--BB\r\n" + TITLE + "\r\n--BB--\r\n"))
                .isEmpty();
    }

    @Test
    void hasNamesInAnyCaseAndAnyScript() throws IOException {
        List<Part> parts = parts("multipart/form-data; boundary=BB", """
                --BB
                content-disposition: FORM-DATA; NAME="Gr\u00c3\u00b6\u00c3\u009fe"; FileName="\u00e2\u0082\u00ac 1.txt"
                CONTENT-TYPE: text/plain; CHARSET=iso-8859-1

                gr\u00fcn
                --BB--
                """.replace("\n", "\r\n"));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("Gr\u00f6\u00dfe");
            assertThat(part.fileName()).contains("\u20ac 1.txt");
            assertThat(part.text()).isEqualTo("gr\u00fcn");
            assertThat(part.headers().firstValue("Content-Type")).contains("text/plain; CHARSET=iso-8859-1");
        });
    }

    @Test
    void keepsTheBytesOfItsParts() throws IOException {
        assertThat(
                        parts(
                                "multipart/form-data; boundary=BB",
                                "preamble\r\n--BB\r\n\r\n\r\n\0\u00ff\n\r\n--BB-no\r\n\r\n--BB\r\nX: y\r\n\r\n--BB--\r\nepilogue"))
                .extracting(part -> new String(part.bytes(), StandardCharsets.ISO_8859_1))
                .containsExactly("\r\n\0\u00ff\n\r\n--BB-no\r\n", "");
    }

    @Test
    void comesApartAlsoWhereItsEndIsMissing() throws IOException {
        assertThat(parts("multipart/form-data; boundary=BB", "--BB\r\n" + TITLE))
                .hasToString("[title, 3 bytes]");
    }

    private List<Part> parts(String type, String content) throws IOException {
        web.serve("/", Response.ok());
        try (RawClient client = RawClient.to(web.http())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: "
                            + content.length() + "\r\n\r\n" + content)
                    .readTo("\r\n\r\n");
        }
        return web.awaitRequest().request().parts();
    }
}
