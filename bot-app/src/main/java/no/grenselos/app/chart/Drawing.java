package no.grenselos.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import no.grenselos.chart.Chart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Turns a chart's numbers into JFreeChart's. Keeps nothing. */
final class Drawing {
  /** More names below the axis than this run into each other. */
  private static final int NAMES = 12;

  private static final int LABELLED_BARS = 16;
  private static final List<Shape> MARKS = List.of(circle(), square(), triangle(), diamond());
  private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}};

  /** A place on the axis; those without a name keep their place. */
  private record Place(int nth, String name) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Integer.compare(nth, other.nth);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A series by its order, as two may have one name. */
  private record Line(int nth, String name) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      return Integer.compare(nth, other.nth);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final Chart chart;
  private final Colours colours;

  private Drawing(Chart chart, Colours colours) {
    this.chart = chart;
    this.colours = colours;
  }

  static JFreeChart of(Chart chart, Colours colours) {
    return new Drawing(chart, colours).drawn();
  }

  private JFreeChart drawn() {
    CategoryPlot plot = new CategoryPlot(numbers(), names(), axis(), renderer());
    plot.setBackgroundPaint(colours.ground());
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(colours.grid());
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    JFreeChart drawn = new JFreeChart(null, font(12), plot, false);
    TextTitle title = new TextTitle(chart.title(), font(15).deriveFont(Font.BOLD));
    title.setPaint(colours.words());
    title.setPadding(2, 2, 10, 2);
    drawn.setTitle(title);
    if (chart.series().size() > 1) drawn.addLegend(legend(plot));
    drawn.setBackgroundPaint(colours.ground());
    drawn.setPadding(new RectangleInsets(8, 8, 8, 14));
    return drawn;
  }

  private LegendTitle legend(CategoryPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(font(12));
    legend.setItemPaint(colours.words());
    legend.setBackgroundPaint(colours.ground());
    legend.setFrame(BlockBorder.NONE);
    return legend;
  }

  private DefaultCategoryDataset numbers() {
    DefaultCategoryDataset numbers = new DefaultCategoryDataset();
    int step = (chart.labels().size() + NAMES - 1) / NAMES;
    for (int s = 0; s < chart.series().size(); s++) {
      Chart.Series series = chart.series().get(s);
      Line line = new Line(s, series.name());
      for (int i = 0; i < chart.labels().size(); i++) {
        String name = i % step == 0 ? chart.labels().get(i) : "";
        numbers.addValue(series.values().get(i), line, new Place(i, name));
      }
    }
    return numbers;
  }

  private CategoryAxis names() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(font(11));
    axis.setTickLabelPaint(colours.words());
    axis.setAxisLinePaint(colours.grid());
    axis.setTickMarksVisible(false);
    axis.setMaximumCategoryLabelLines(2);
    axis.setCategoryMargin(chart.labels().size() > LABELLED_BARS ? 0.1 : 0.25);
    if (chart.kind() == Chart.Kind.LINES) {
      // a name may reach over its nameless neighbours
      axis.setMaximumCategoryLabelWidthRatio(10f);
      axis.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    }
    return axis;
  }

  private NumberAxis axis() {
    NumberAxis axis = new NumberAxis(chart.unit().isEmpty() ? null : chart.unit());
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(chart.locale()));
    axis.setTickLabelFont(font(11));
    axis.setTickLabelPaint(colours.words());
    axis.setLabelFont(font(11));
    axis.setLabelPaint(colours.words());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAutoRangeIncludesZero(true);
    axis.setAutoRangeMinimumSize(4);
    axis.setUpperMargin(0.12);
    return axis;
  }

  private AbstractCategoryItemRenderer renderer() {
    AbstractCategoryItemRenderer renderer =
        switch (chart.kind()) {
          case LINES -> new LineAndShapeRenderer(true, chart.labels().size() <= 31);
          case BARS -> bars(new BarRenderer());
          case STACKED -> bars(new StackedBarRenderer());
        };
    for (int nth = 0; nth < chart.series().size(); nth++) look(renderer, nth);
    if (chart.kind() != Chart.Kind.LINES && bars() <= LABELLED_BARS) label(renderer);
    return renderer;
  }

  private int bars() {
    return chart.labels().size() * chart.series().size();
  }

  private void look(AbstractCategoryItemRenderer renderer, int nth) {
    renderer.setSeriesPaint(nth, colours.series(nth));
    renderer.setSeriesOutlinePaint(nth, colours.ground());
    renderer.setSeriesShape(nth, MARKS.get(nth % MARKS.size()));
    float[] dash = DASHES[nth % DASHES.length];
    renderer.setSeriesStroke(
        nth,
        dash.length == 0
            ? new BasicStroke(2.5f)
            : new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
  }

  /** The number stands at each bar. */
  private void label(AbstractCategoryItemRenderer renderer) {
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", chart.numbers()));
    renderer.setDefaultItemLabelFont(font(11));
    renderer.setDefaultItemLabelPaint(colours.words());
    renderer.setDefaultItemLabelsVisible(chart.kind() == Chart.Kind.BARS);
  }

  private static BarRenderer bars(BarRenderer bars) {
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setMaximumBarWidth(0.12);
    bars.setItemMargin(0.04);
    bars.setDrawBarOutline(true);
    return bars;
  }

  private static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  private static Shape circle() {
    return new Ellipse2D.Double(-4, -4, 8, 8);
  }

  private static Shape square() {
    return new Rectangle2D.Double(-4, -4, 8, 8);
  }

  private static Shape triangle() {
    return polygon(0, -5, 5, 4, -5, 4);
  }

  private static Shape diamond() {
    return polygon(0, -5, 5, 0, 0, 5, -5, 0);
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
    path.closePath();
    return path;
  }
}
