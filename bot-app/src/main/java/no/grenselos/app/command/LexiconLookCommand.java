package no.grenselos.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.grenselos.app.config.OwnWords;
import no.grenselos.reading.gloss.Found;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos lexicon look WORD...}: what a word or sentence becomes, and by which rule. */
@Command(
    name = "look",
    mixinStandardHelpOptions = true,
    description = "Shows what a Norwegian word or sentence becomes in English, and why.",
    footer = {"", "Example:", "  grenselos lexicon look Strømregningen er vanvittig"})
public final class LexiconLookCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "a word or a sentence")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    String text = String.join(" ", words);
    Gloss gloss = new Gloss(OwnWords.of(config.files()).lexicon());
    PrintWriter out = spec.commandLine().getOut();
    for (Step step : gloss.steps(text)) {
      String written = visible(text.substring(step.start(), step.end()));
      String english = step.found().map(Found::english).orElse("-");
      out.println("%-24s %-24s %s".formatted(written, english, why(step)));
    }
    Gloss.Glossed whole = gloss.of(text);
    out.println();
    out.println(visible(whole.english()));
    String read = gloss.readsNorwegian(text) ? "read as Norwegian" : "not read as Norwegian";
    out.println(whole.found() + " of " + whole.words() + " words known, " + read);
    return 0;
  }

  private static String why(Step step) {
    if (step.found().isEmpty()) return step.name() ? "a name" : "unknown";
    Found found = step.found().get();
    String from =
        switch (found.origin()) {
          case GLOSSARY -> " (glossary)";
          case OURS -> "";
          case IMPORTED -> " (imported)";
        };
    return found.rule().said() + ": " + found.from() + from;
  }

  private static String visible(String text) {
    return text.replaceAll("\\p{C}", "");
  }
}
