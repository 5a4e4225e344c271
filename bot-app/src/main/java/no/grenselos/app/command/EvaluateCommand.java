package no.grenselos.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.config.OwnWords;
import no.grenselos.app.evaluate.Evaluation;
import no.grenselos.app.evaluate.Mode;
import no.grenselos.app.evaluate.Pack;
import no.grenselos.app.evaluate.PackException;
import no.grenselos.app.evaluate.Prediction;
import no.grenselos.app.evaluate.Result;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Setup;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.gloss.Lexicon;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos evaluate PACK}: how well the models do on labelled posts. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures the models on a folder of labelled posts; figures as JSON, last line.",
    footer = {
      "",
      "A pack is a folder with test.jsonl, and train.jsonl, valid.jsonl, scenario.json and"
          + " topics.json",
      "where it has them, or one .jsonl file. Each line is a JSON object; more keys do no harm:",
      "  topics      {\"text\", \"topic\": \"...\" or null}, or \"topics\": [...]",
      "              scenario.json {\"owned\": [\"...\"]}; all other topics are nobody's then",
      "              topics.json [{\"id\", \"name\", \"describe\", \"keywords\", \"phrases\","
          + " \"examples\", \"not\"}]",
      "  complaints  {\"text\", \"complaint\": true or false}",
      "  language    {\"text\", \"lang\"}",
      "  experts     {\"id\", \"created\", \"title\", \"body\", \"asker\", \"answers\":"
          + " [{\"user\"}]}",
      "  neardup     {\"id\", \"group\", \"text\"}",
      "",
      "Examples:",
      "  grenselos evaluate packs/ours",
      "  grenselos evaluate packs/banking --shots 10 --seed 3 --predictions out.jsonl",
      "Exit code 1: the pack is malformed; every problem is named with its line."
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "PACK", description = "folder, or one .jsonl file")
  private String pack = "";

  @Option(names = "--mode", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Mode mode = Mode.TOPICS;

  @Option(
      names = "--shots",
      paramLabel = "K",
      description = "learn from K examples a topic, drawn from train")
  private @Nullable Integer shots;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "of that draw (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "write one line of JSON for each test row: what was decided, and why")
  private @Nullable String predictions;

  @Option(names = "--encoder", description = "none: by words only; else as in config")
  private @Nullable String encoder;

  @Override
  public Integer call() {
    if (shots != null && shots < 1) throw wrong("--shots must be 1 or more");
    if (encoder != null && !encoder.equals("none")) throw wrong("--encoder may only be none");
    long start = System.nanoTime();
    Optional<? extends TextEncoder> model = Optional.empty();
    Setup setup = Setup.of(config.filesIfAny(), entry -> {});
    if (encoder == null) model = Encoders.of(setup);
    try {
      Lexicon lexicon = OwnWords.of(setup.files()).lexicon();
      Evaluation evaluation = new Evaluation(Encoders.meanings(model, lexicon), model);
      Pack rows = Pack.at(CallersFolder.resolve(pack));
      Result result = evaluation.of(rows, mode, Optional.ofNullable(shots), seed);
      if (predictions != null) write(CallersFolder.resolve(predictions), result.predictions());
      spec.commandLine().getOut().println(line(result, (System.nanoTime() - start) / 1e9));
      return 0;
    } catch (PackException e) {
      e.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
      int count = e.problems().size();
      spec.commandLine().getErr().println(count + (count == 1 ? " problem." : " problems."));
      return 1;
    } finally {
      model.ifPresent(TextEncoder::close);
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private static String line(Result result, double seconds) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    result.figures().values().forEach((name, value) -> line.put(name, value.orElse(null)));
    line.put("seconds", Math.round(seconds * 10) / 10.0);
    line.put("rss_mb", Memory.residentMegabytes());
    return JsonLine.of(line);
  }

  private void write(Path file, List<Prediction> predictions) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Prediction one : predictions) {
        // a half of a pair of surrogates, as a cut text has it, becomes a question mark
        out.write((JsonLine.of(one.values()) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw wrong("--predictions " + file + " cannot be written: " + e);
    }
  }
}
