package io.github.postfixture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTests {

    @Nested
    class Filling {

        @Test
        void startsFromWhatThePageShows() {
            Form form = form("""
                    <input type=hidden name=token value=t><input name=user value=alice><input value=nameless>
                    <input type=checkbox name=on checked><input type=checkbox name=off>
                    <input type=radio name=size value=s><input type=radio name=size value=m checked>
                    <select name=country><option value=de>Germany<option value=fr>France</select>
                    <select name=many multiple><option>x<option selected>y<option selected>z</select>
                    <textarea name=text>one\ntwo</textarea>
                    <input name=gone disabled><fieldset disabled><input name=gone2></fieldset>
                    <input type=file name=file><button name=go value=1>Go</button>""");

            assertThat(form.fields())
                    .containsExactly(
                            entry("token", List.of("t")),
                            entry("user", List.of("alice")),
                            entry("on", List.of("on")),
                            entry("size", List.of("m")),
                            entry("country", List.of("de")),
                            entry("many", List.of("y", "z")),
                            entry("text", List.of("one\r\ntwo")),
                            entry("file", List.of("")));
        }

        @Test
        void returnsANewForm() {
            Form form = form("<input name=user value=alice>");

            assertThat(form.fill("user", "bob").fields()).containsExactly(entry("user", List.of("bob")));
            assertThat(form.fields()).containsExactly(entry("user", List.of("alice")));
        }

        @Test
        void choosesOneOfSeveral() {
            Form form = form("<input type=radio name=a value=1 checked><input type=radio name=a value=2>"
                    + "<select name=b><option value=x>Ex<option value=y>Why</select>");

            assertThat(form.fill("a", "2").fill("b", "Why").fields())
                    .containsExactly(entry("a", List.of("2")), entry("b", List.of("y")));
        }

        @Test
        void marksABoxBesideItsHiddenDefault() {
            Form form = form("<input type=hidden name=a value=0><input type=checkbox name=a value=1>");

            assertThat(form.fill("a", "1").fields()).containsExactly(entry("a", List.of("0", "1")));
            assertThat(form.fill("a", "1").clear("a").fields()).containsExactly(entry("a", List.of("0")));
        }

        @Test
        void listsTheFieldsIfTheNameIsWrong() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                            () -> form("<input name=user><input name=password>").fill("pass", "x"))
                    .withMessage("""
                        Expected a field pass but the fields are user, password.
                          form#f (user, password) → get""");
        }

        @Test
        void listsTheChoicesIfTheValueIsWrong() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            form("<select name=a><option>x<option>y</select>").fill("a", "z"))
                    .withMessageEndingWith("Expected a choice z of a but the choices are x, y.\n  form#f (a) → get");
        }

        @ParameterizedTest
        @CsvSource({"shown, read-only", "gone, disabled"})
        void saysWhyAFieldCannotBeChanged(String name, String reason) {
            Form form = form("<input name=shown readonly value=1><input name=gone disabled>");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> form.fill(name, "x"))
                    .withMessage("""
                        Expected a field %s that can be changed but it is %s.
                          form#f (shown) → get""", name, reason);
        }

        @Test
        void sendsWhatIsReadOnly() {
            assertThat(form("<input name=shown readonly value=1>").fields()).containsOnly(entry("shown", List.of("1")));
        }

        @Test
        void usesTheLegendOfADisabledFieldset() {
            Form form = form("<fieldset disabled><legend><input name=in></legend><legend><input name=second></legend>"
                    + "<input name=out></fieldset>");

            assertThat(form).fields().containsOnlyKeys("in");
        }

        @Test
        void choosesNoDisabledOption() {
            Form form =
                    form("<select name=a><option disabled>x<optgroup disabled><option>y</optgroup><option>z</select>");

            assertThat(form).hasFieldValue("a", "z");
        }

        @Test
        void choosesNothingInAListByItself() {
            assertThat(form("<select name=a size=3><option>x</select>")).hasFieldValue("a");
        }

        @Test
        void reachesControlsOutsideTheForm() {
            Html html = Html.of("<form id=f></form><input form=f name=a value=1><input name=b value=2>");

            assertThat(html.form().fields()).containsExactly(entry("a", List.of("1")));
        }
    }

    @Nested
    class Assertions {

        private final Form form =
                form("<input name=user value=alice><input name=box type=checkbox><button>Go</button>");

        @Test
        void pass() {
            assertThat(form)
                    .hasField("user")
                    .doesNotHaveField("password")
                    .hasFieldValue("user", "alice")
                    .hasFieldValue("box")
                    .hasMethod("GET");
            assertThat(form).fields().containsOnlyKeys("user");
            assertThat(form).buttons().containsExactly("Go");
            assertThat(Html.of("<form action=/a></form>").form()).action().hasPath("/a");
        }

        @Test
        void listTheFields() {
            assertFails(() -> assertThat(form).hasField("name"), "Expected a field name but the fields are user, box.");
        }

        @Test
        void showAnUnexpectedField() {
            assertFails(
                    () -> assertThat(form).doesNotHaveField("user"),
                    "Expected no field user but there is one, which would send [alice].");
        }

        @Test
        void showTheValues() {
            assertFails(
                    () -> assertThat(form).hasFieldValue("user", "bob", "eve"),
                    "Expected field user to be bob, eve but was alice.");
        }

        @Test
        void showTheMethod() {
            assertFails(
                    () -> assertThat(form).hasMethod("post"), "Expected the method to be \"post\" but was \"get\".");
        }

        private void assertFails(ThrowingCallable call, String reason) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(call)
                    .withMessage(reason + "\n  form#f (user, box) → get");
        }
    }

    @Nested
    class Finding {

        @Test
        void wantsOneFormUnlessASelectorTellsWhich() {
            Html html = Html.of("<form id=a></form><form id=b></form>");

            assertThat(html.form("#b")).hasToString("form#b () → get");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(html::form)
                    .withMessageEndingWith(
                            "Expected one form but the forms are form#a () → get, form#b () → get.\n  markup \"\"");
        }

        @Test
        void refusesAnElementThatIsNoForm() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> Html.of("<p>x</p>").form("p"))
                    .withMessageEndingWith("Expected a form that matches p but it is <p>.\n  markup \"x\"");
        }
    }

    private static Form form(String controls) {
        return Html.of("<form id=f>" + controls + "</form>").form();
    }
}
