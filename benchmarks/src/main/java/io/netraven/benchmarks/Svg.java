package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A drawing on a white ground.
 *
 * @author NetRaven maintainers
 */
final class Svg {

	static final int WIDTH = 900;

	private static final List<String> COLOURS = List.of("#1b6ca8", "#e08e0b", "#3a923a", "#b33951", "#6b4c9a");

	private final StringBuilder elements = new StringBuilder();

	private final int height;

	Svg(int height, String title) {
		this.height = height;
		rectangle(0, 0, WIDTH, height, "#ffffff");
		this.elements.append(
				"<text x=\"16\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>\n".formatted(escape(title)));
	}

	static String colour(int series) {
		return COLOURS.get(series % COLOURS.size());
	}

	void legend(List<String> series) {
		double x = 16;
		for (int index = 0; index < series.size(); index++) {
			rectangle(x, 37, 12, 12, colour(index));
			text(x + 18, 47, "start", "#222222", series.get(index));
			x += 44 + 7 * series.get(index).length();
		}
	}

	void rectangle(double x, double y, double width, double height, String colour) {
		append("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n", x, y, width, height,
				colour);
	}

	void line(double x1, double y1, double x2, double y2, String colour, double width) {
		append("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n", x1, y1,
				x2, y2, colour, width);
	}

	void dot(double x, double y, String colour) {
		append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n", x, y, colour);
	}

	void text(double x, double y, String anchor, String colour, String text) {
		append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n", x, y, anchor, colour,
				escape(text));
	}

	void write(Path file) throws IOException {
		Files.writeString(file, """
				<svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
				font-family="sans-serif" font-size="12">
				%3$s</svg>
				""".formatted(WIDTH, this.height, this.elements));
	}

	private void append(String format, Object... values) {
		this.elements.append(String.format(Locale.ROOT, format, values));
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
