package io.github.postfixture.junit5.report;

import io.github.postfixture.html.Markup;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes pictures of HTML with the Chromium or Chrome of this machine, as wide as a window and as a telephone. The HTML is
 * shown in a frame in which nothing runs, in a browser that finds no host. Not safe for use by several threads.
 */
public final class HtmlPictures {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final long MOST_SECONDS = 20;
    private static final int MOST_PICTURES = 20;

    private final Path browser;
    private int taken;

    private HtmlPictures(Path browser) {
        this.browser = browser;
    }

    /** Find a browser; nothing if there is none. */
    public static Optional<HtmlPictures> withBrowserOfThisMachine() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(HtmlPictures::new);
    }

    /** How wide and high a picture is, in CSS pixels. */
    enum Width {
        DESKTOP("Desktop, 1024 pixels", 1024, 768),
        PHONE("Phone, 390 pixels", 390, 844);

        private final String title;
        private final int width;
        private final int height;

        Width(String title, int width, int height) {
            this.title = title;
            this.width = width;
            this.height = height;
        }

        String title() {
            return title;
        }
    }

    /**
     * A picture.
     *
     * @param png its bytes in PNG, in Base64
     */
    record Picture(Width width, String png) {}

    /** Take the pictures of a document; none after the twentieth, or if the browser fails. */
    List<Picture> of(String html) {
        List<Picture> pictures = new ArrayList<>();
        for (Width width : Width.values()) {
            if (taken < MOST_PICTURES) {
                taken++;
                take(html, width)
                        .ifPresent(png -> pictures.add(
                                new Picture(width, Base64.getEncoder().encodeToString(png))));
            }
        }
        return pictures;
    }

    private Optional<byte[]> take(String html, Width width) {
        try {
            Path folder = Files.createTempDirectory("postfixture-picture");
            try {
                return take(html, width, folder);
            } finally {
                DeletedFolder.delete(folder);
            }
        } catch (IOException e) {
            return Optional.empty(); // a report without the picture is better than none
        }
    }

    private Optional<byte[]> take(String html, Width width, Path folder) throws IOException {
        Path page = Files.write(folder.resolve("page.html"), framed(html, width).getBytes(StandardCharsets.UTF_8));
        Path picture = folder.resolve("picture.png");
        Process process = new ProcessBuilder(command(page, picture, width, folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.exists(picture) ? Optional.of(Files.readAllBytes(picture)) : Optional.empty();
    }

    private static String framed(String html, Width width) {
        Markup frame = Markup.element("iframe")
                .flag("sandbox", true)
                .with("style", "border: 0; width: " + width.width + "px; height: " + width.height + "px")
                .withDocument(html)
                .holding();
        return "<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"margin: 0\">" + frame;
    }

    private List<String> command(Path page, Path picture, Width width, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width.width + "," + width.height,
                "--screenshot=" + picture));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox"); // Chromium refuses to run for root otherwise, as in containers of builds
        }
        command.add(page.toUri().toString());
        return command;
    }
}
