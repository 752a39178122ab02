package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTests {

    @TempDir
    private Path directory;

    @Test
    void replacesTheFileOfASimpleField() {
        Form form = form("<input type=file name=f>")
                .attach("f", "a.txt", "text/plain", new byte[0])
                .attach("f", "b.txt", "text/plain", new byte[0]);

        assertThat(form).hasFieldValue("f", "b.txt");
        assertThat(form.clear("f")).hasFieldValue("f", "");
    }

    @Test
    void addsToTheFilesOfAFieldForSeveral() throws IOException {
        Path picture = Files.write(directory.resolve("logo.png"), new byte[] {1});
        Form form = form("<input type=file name=f multiple>")
                .attach("f", picture)
                .attach("f", "b.txt", "text/plain", new byte[0]);

        assertThat(form).hasFieldValue("f", "logo.png", "b.txt");
    }

    @Test
    void sendsFilesInParts() throws IOException {
        Path page = Files.writeString(directory.resolve("\u00fc.html"), "<p>\r\n</p>");
        try (PageServer server = PageServer.plain()) {
            server.html(
                            "/",
                            "<form action=/echo method=post enctype=multipart/form-data><input name=a value=b>"
                                    + "<input type=file name='f\"'><input type=file name=none></form>")
                    .echo("/echo");

            Page echo = Page.open(server.uri("/")).form().attach("f\"", page).submit();

            assertThat(echo.body().replaceAll("(?m)^--[0-9a-f-]{36}", "--boundary"))
                    .endsWith(String.join(
                            "\r\n",
                            "--boundary",
                            "Content-Disposition: form-data; name=\"a\"",
                            "",
                            "b",
                            "--boundary",
                            "Content-Disposition: form-data; name=\"f%22\"; filename=\"\u00fc.html\"",
                            "Content-Type: text/html",
                            "",
                            "<p>",
                            "</p>",
                            "--boundary",
                            "Content-Disposition: form-data; name=\"none\"; filename=\"\"",
                            "Content-Type: application/octet-stream",
                            "",
                            "",
                            "--boundary--",
                            ""));
        }
    }

    @Test
    void listsTheFieldsForFilesIfTheNameIsWrong() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> form("<input name=a><input type=file name=f>").attach("a", "x", "y", new byte[0]))
                .withMessageStartingWith("Expected a file field a but the only file field is f.\n");
    }

    @Test
    void refusesTextForAFieldForFiles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("<input type=file name=f>").fill("f", "x"))
                .withMessage("field (f) takes files: use attach(..) instead of fill(..)");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form("<input type=file name=f>").attach("f", Path.of("/nowhere")))
                .withMessage("file (/nowhere) must exist");
    }

    private static Form form(String controls) {
        return Html.of("<form id=f>" + controls + "</form>").form();
    }
}
