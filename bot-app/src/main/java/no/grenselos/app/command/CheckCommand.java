package no.grenselos.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos check}: tries everything that {@code run} will need. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Tries config, store and chats; says what to do about each problem.",
    footer = {
      "",
      "Examples:",
      "  grenselos check",
      "  grenselos check --feeds      also reads a page of every feed (X bills each post read)"
    })
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--feeds", description = "also read one page of every feed")
  private boolean feeds;

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    List<ConfigProblem> warnings;
    try (Grenselos grenselos = Grenselos.look(Setup.of(config.files(), entry -> {}))) {
      findings.add(new Finding(true, "config", "can be used"));
      findings.addAll(grenselos.check(feeds));
      warnings = grenselos.warnings();
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println((finding.fine() ? "ok   " : "FIX  ") + finding.what() + ": " + finding.text());
    }
    warnings.forEach(warning -> out.println("note " + warning));
    return findings.stream().allMatch(Finding::fine) ? 0 : 1;
  }
}
