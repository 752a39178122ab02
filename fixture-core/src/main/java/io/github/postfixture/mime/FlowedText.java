package io.github.postfixture.mime;

/** Text whose paragraphs flow over several lines (RFC 3676). */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private final String text;
    private final boolean deletesSpaces;
    private final StringBuilder flowed;
    private int depth = -1;
    private boolean open;

    private FlowedText(String text, boolean deletesSpaces) {
        this.text = text;
        this.deletesSpaces = deletesSpaces;
        flowed = new StringBuilder(text.length());
    }

    /**
     * Return the text with each paragraph in one line, quoted ones behind as many {@code >} as they are deep and a space.
     *
     * @param deletesSpaces whether the spaces at which lines are broken belong to the breaks ({@code DelSp=yes})
     */
    static String join(String text, boolean deletesSpaces) {
        return new FlowedText(text, deletesSpaces).joined();
    }

    private String joined() {
        String ending = "";
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 ? text.length() : feed + 1;
            int end = feed < 0 ? next : feed > start && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            add(text.substring(start, end), ending);
            ending = text.substring(end, next);
            start = next;
        }
        return flowed.append(ending).toString();
    }

    private void add(String line, String endingBefore) {
        int quotes = quotes(line);
        String content = unstuffed(line.substring(quotes));
        boolean signature = content.equals(SIGNATURE);
        if (!open || quotes != depth || signature) {
            flowed.append(endingBefore).append(quoted(quotes, content));
        }
        boolean flows = content.endsWith(" ") && !signature;
        flowed.append(flows && deletesSpaces ? content.substring(0, content.length() - 1) : content);
        depth = quotes;
        open = flows;
    }

    private static String quoted(int quotes, String content) {
        return ">".repeat(quotes) + (quotes > 0 && !content.isEmpty() ? " " : "");
    }

    private static int quotes(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }
}
