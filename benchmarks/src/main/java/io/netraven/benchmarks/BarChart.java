package io.netraven.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Groups of horizontal bars, one bar for each series.
 *
 * @author NetRaven maintainers
 */
final class BarChart {

	private static final int TOP = 64;

	private static final int LEFT = 230;

	private static final int RIGHT = Svg.WIDTH - 80;

	private static final int BAR = 14;

	private static final int GAP = 12;

	private final String title;

	private final List<String> series;

	private final boolean logarithmic;

	private final List<Group> groups = new ArrayList<>();

	BarChart(String title, List<String> series, boolean logarithmic) {
		this.title = title;
		this.series = series;
		this.logarithmic = logarithmic;
	}

	void group(String name, String note, double... values) {
		this.groups.add(new Group(name, note, values));
	}

	Svg draw() {
		int step = Math.max(2, this.series.size()) * BAR + GAP;
		int bottom = TOP + this.groups.size() * step;
		Svg svg = new Svg(bottom + 30, this.title);
		svg.legend(this.series);
		Scale scale = scale();
		drawAxis(svg, scale, bottom);
		for (int index = 0; index < this.groups.size(); index++) {
			drawGroup(svg, scale, this.groups.get(index), TOP + index * step + GAP / 2);
		}
		return svg;
	}

	private Scale scale() {
		double[] values = this.groups.stream()
			.flatMapToDouble((group) -> DoubleStream.of(group.values()))
			.filter(Double::isFinite)
			.toArray();
		return this.logarithmic ? Scale.decades(values, LEFT, RIGHT)
				: Scale.linear(DoubleStream.of(values).max().orElse(1), LEFT, RIGHT);
	}

	private static void drawAxis(Svg svg, Scale scale, int bottom) {
		for (double tick : scale.ticks()) {
			svg.line(scale.at(tick), TOP, scale.at(tick), bottom, "#dddddd", 1);
			svg.text(scale.at(tick), bottom + 16, "middle", "#555555", ThreeDigits.of(tick));
		}
		svg.line(LEFT, TOP, LEFT, bottom, "#555555", 1);
	}

	private static void drawGroup(Svg svg, Scale scale, Group group, int top) {
		svg.text(LEFT - 10, top + 11, "end", "#222222", group.name());
		svg.text(LEFT - 10, top + 26, "end", "#777777", group.note());
		for (int index = 0; index < group.values().length; index++) {
			double value = group.values()[index];
			int y = top + index * BAR;
			double end = Double.isFinite(value) ? scale.at(value) : LEFT;
			svg.rectangle(LEFT, y, end - LEFT, BAR - 2, Svg.colour(index));
			svg.text(end + 5, y + 10, "start", "#222222", ThreeDigits.of(value));
		}
	}

	/**
	 * Bars that belong together.
	 *
	 * @param name what they belong to
	 * @param note what must be known about it
	 * @param values one for each series
	 */
	private record Group(String name, String note, double[] values) {

	}

}
