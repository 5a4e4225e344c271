package no.grenselos.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.grenselos.app.chart.Charts;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos bench plot}: draws lines that {@code bench pipeline} printed. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = "Draws lines that bench pipeline printed, as SVG on stdout.",
    footer = {
      "",
      "Lines that say the same of --by and --series are one bar, their median.",
      "",
      "Example:",
      "  grenselos bench plot docs/capacity.jsonl --by routes --of cpu_ms_per_post \\",
      "    --where encoder=off --where experts=1000 --where stored=0 --where rate=0"
    })
final class BenchPlotCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "a JSON object a line")
  private Path file = Path.of("");

  @Option(names = "--by", paramLabel = "KEY", required = true, description = "what it grows with")
  private String by = "";

  @Option(names = "--of", paramLabel = "KEY", required = true, description = "what is drawn")
  private String of = "";

  @Option(
      names = "--series",
      paramLabel = "KEY",
      description = "what is beside it: store (default)")
  private String series = "store";

  @Option(names = "--where", paramLabel = "KEY=VALUE", description = "lines that say so only")
  private Map<String, String> where = Map.of();

  @Option(names = "--title", paramLabel = "TEXT", description = "above it")
  private String title = "";

  @Override
  public Integer call() throws IOException {
    Map<String, Map<Long, List<Double>>> found = found();
    List<Long> at =
        found.values().stream().flatMap(one -> one.keySet().stream()).distinct().sorted().toList();
    List<Chart.Series> bars = new ArrayList<>();
    found.forEach((name, values) ->
        bars.add(
            new Chart.Series(
                name, at.stream().map(x -> median(values.getOrDefault(x, List.of()))).toList())));
    if (bars.isEmpty()) throw wrong("no line of " + file + " has " + by + ", " + of + " and that");
    List<String> labels = at.stream().map(x -> String.format(Locale.ROOT, "%,d", x)).toList();
    Chart chart = new Chart(Chart.Kind.BARS, title, of, labels, bars, Locale.ENGLISH);
    String svg =
        new Charts()
            .svg(chart, ChartPainter.Palette.LIGHT)
            .orElseThrow(() -> wrong("this machine cannot paint letters; install a font"));
    spec.commandLine().getOut().println(svg);
    return 0;
  }

  private Map<String, Map<Long, List<Double>>> found() throws IOException {
    Map<String, Map<Long, List<Double>>> found = new TreeMap<>();
    for (String text : Files.readAllLines(file)) {
      if (text.isBlank()) continue;
      JsonNode line = read(text);
      boolean fits =
          where.entrySet().stream()
              .allMatch(one -> line.path(one.getKey()).asText().equals(one.getValue()));
      if (!fits || !line.path(by).isNumber() || !line.path(of).isNumber()) continue;
      found
          .computeIfAbsent(line.path(series).asText(), name -> new TreeMap<>())
          .computeIfAbsent(line.path(by).asLong(), x -> new ArrayList<>())
          .add(line.path(of).asDouble());
    }
    return found;
  }

  private JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong(file + " has a line that is no JSON: " + e.getOriginalMessage());
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
