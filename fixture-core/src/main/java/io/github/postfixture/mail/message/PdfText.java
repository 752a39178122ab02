package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.FailureMessage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of a PDF file by Apache PDFBox, which is there only if the user has it. */
final class PdfText {

    private PdfText() {}

    static String of(Attachment file) {
        try {
            return read(file);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "pdfText() needs Apache PDFBox 3; add org.apache.pdfbox:pdfbox to the test dependencies", e);
        }
    }

    private static String read(Attachment file) {
        try (PDDocument document = Loader.loadPDF(file.content())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException | RuntimeException e) {
            throw FailureMessage.expected(file.named() + " to be a PDF file", "it cannot be read: " + e.getMessage())
                    .on(file)
                    .error(e);
        }
    }
}
