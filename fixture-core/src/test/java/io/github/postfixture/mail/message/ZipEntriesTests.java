package io.github.postfixture.mail.message;

import static io.github.postfixture.mail.Failure.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ZipEntriesTests {

    private static byte[] zip(Charset charset, String comment, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, charset)) {
            zip.setComment(comment);
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        return zip(StandardCharsets.UTF_8, "", names);
    }

    private static Attachment file(byte[] content) {
        return SampleMail.with("application/zip", content).attachment("file");
    }

    /** Return a small file whose one entry is large. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("zeroes"));
            byte[] zeroes = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeroes);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_001, 70_000})
    void areAllNamed(int count) throws IOException {
        String[] names = IntStream.range(0, count).mapToObj(i -> "e" + i).toArray(String[]::new);

        assertThat(file(zip(names))).zipEntries().containsExactly(names);
    }

    @Test
    void areNamedWithoutUnpacking() throws IOException {
        byte[] bomb = bomb();
        Arrays.fill(bomb, 100, bomb.length - 200, (byte) 0xff);

        assertThat(file(bomb)).zipEntries().containsExactly("zeroes");
    }

    @Test
    void haveNamesInAnyCharset() throws IOException {
        assertThat(file(zip("gr\u00fc\u00dfe", "\u4f8b"))).zipEntries().containsExactly("gr\u00fc\u00dfe", "\u4f8b");
        assertThat(file(zip(Charset.forName("IBM437"), "", "gr\u00fc\u00dfe")))
                .zipEntries()
                .containsExactly("gr\u00fc\u00dfe");
    }

    @Test
    void areFoundBehindAProgramAndBeforeAComment() throws IOException {
        byte[] archive = zip(StandardCharsets.UTF_8, "c".repeat(0xffff), "a", "b");
        byte[] file = new byte[archive.length + 1000];
        System.arraycopy(archive, 0, file, 1000, archive.length);

        assertThat(file(file)).zipEntries().containsExactly("a", "b");
    }

    @Test
    void ofADamagedFileFailWithTheReason() throws IOException {
        byte[] archive = zip("a.txt", "b.txt");
        byte[] cut = Arrays.copyOf(archive, archive.length - 22);
        byte[] second = archive.clone();
        second[archive.length - 22 - 51] = 0;
        byte[] longer = archive.clone();
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(archive.length - 10, -2);

        failureOf(() -> assertThat(file(cut)).zipEntries()).isEqualTo("""
                Expected attachment file to be a ZIP file but its central directory is missing, as if the file was cut off.
                  file (application/zip, %d bytes)""".formatted(cut.length));
        failureOf(() -> assertThat(file(second)).zipEntries())
                .contains(" but its central directory is damaged at entry 2.\n");
        failureOf(() -> assertThat(file(longer)).zipEntries())
                .contains(" but its central directory is damaged: it would be longer than the file.\n");
        failureOf(() -> assertThat(file(new byte[22])).zipEntries()).contains(" but it has no entries.\n");
    }

    @Test
    void haveALimit() {
        ByteBuffer file = ByteBuffer.allocate(1_000_001 * 46 + 22 + 20 + 56).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i <= 1_000_000; i++) {
            file.putInt(46 * i, 0x02014b50);
        }
        file.position(46 * 1_000_001);
        file.putInt(0x06064b50).position(file.position() + 36);
        file.putLong(46L * 1_000_001).putLong(0);
        file.putInt(0x07064b50).putInt(0).putLong(46L * 1_000_001).putInt(1);
        file.putInt(0x06054b50).putLong(-1).putLong(-1).putShort((short) 0);

        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> ZipDirectory.of(file.array()).names())
                .withMessage("it has more than 1000000 entries");
    }

    @Test
    void ofEveryGarbledFileAreNamedOrFail() throws IOException {
        byte[] archive = zip("a.txt", "b.txt", "c.txt");
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] garbled = Arrays.copyOf(archive, random.nextInt(archive.length) + 1);
            for (int i = 0; i < 3; i++) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
            }
            read(garbled);
            read(Arrays.copyOfRange(archive, archive.length - garbled.length, archive.length));
        }
    }

    private static void read(byte[] file) {
        try {
            assertThat(ZipDirectory.of(file).names()).isNotNull();
        } catch (ZipException e) {
            assertThat(e).hasMessageStartingWith("its central directory is");
        }
    }
}
