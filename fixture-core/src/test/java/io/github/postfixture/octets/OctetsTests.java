package io.github.postfixture.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OctetsTests {

    private static final int LENGTH = 3 << 20;

    /** As many as do not fit into one piece. */
    private static final byte[] BYTES = bytes();

    private final Octets octets = collected();

    @Test
    void areTheBytesThatWereCollected() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        octets.writeTo(written);

        assertThat(octets.length()).isEqualTo(LENGTH);
        assertThat(octets.toByteArray()).isEqualTo(BYTES);
        assertThat(octets.stream().readAllBytes()).isEqualTo(BYTES);
        assertThat(written.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    void showEachByteWithoutASign() {
        assertThat(octets.at(0)).isZero();
        assertThat(octets.at(200)).isEqualTo(200);
        assertThat(octets.at(LENGTH - 1)).isEqualTo(BYTES[LENGTH - 1] & 0xff);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> octets.at(LENGTH));
    }

    @Test
    void areCutWithoutBeingCopied() throws IOException {
        Octets slice = octets.slice(4_000, LENGTH - 1).slice(1_000, LENGTH - 5_000);
        byte[] expected = Arrays.copyOfRange(BYTES, 5_000, LENGTH - 1_000);

        assertThat(slice.length()).isEqualTo(expected.length);
        assertThat(slice.toByteArray()).isEqualTo(expected);
        assertThat(slice.stream().readAllBytes()).isEqualTo(expected);
        assertThat(slice.at(0)).isEqualTo(expected[0] & 0xff);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> slice.slice(0, slice.length() + 1));
    }

    @Test
    void findAByteInAnyPiece() {
        Octets marked = Octets.of("..A..A.");

        assertThat(marked.indexOf('A', 0)).isEqualTo(2);
        assertThat(marked.indexOf('A', 3)).isEqualTo(5);
        assertThat(marked.indexOf('A', 6)).isEqualTo(7);
        assertThat(marked.slice(3, 5).indexOf('A', 0)).isEqualTo(2);
        assertThat(octets.indexOf(250, LENGTH - 251)).isEqualTo(indexOf(250, LENGTH - 251));
    }

    @Test
    void mayBeNone() throws IOException {
        assertThat(new Octets.Collector().collected().stream().readAllBytes()).isEmpty();
        assertThat(octets.slice(17, 17).stream().readAllBytes()).isEmpty();
        assertThat(Octets.of("").indexOf('A', 0)).isZero();
    }

    private static Octets collected() {
        Octets.Collector collector = new Octets.Collector();
        collector.add(BYTES, 0, 10);
        collector.add(BYTES, 10, LENGTH - 10);
        return collector.collected();
    }

    private static int indexOf(int octet, int start) {
        int index = start;
        while ((BYTES[index] & 0xff) != octet) {
            index++;
        }
        return index;
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }
}
