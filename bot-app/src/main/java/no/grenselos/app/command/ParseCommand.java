package no.grenselos.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.grenselos.app.wiring.Providers;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Recording;
import no.grenselos.feed.Skipped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos parse NETWORK FILE...}: what a recorded answer of a network holds. */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    description =
        "Prints what recorded answers of a network hold, as JSON lines, and on standard error what"
            + " was skipped and why.",
    footer = {
      "",
      "Examples:",
      "  grenselos parse x search.json",
      "  grenselos parse mastodon-stream lines.txt | jq .text",
      "",
      "Exit codes: 0 read, whatever was skipped; 2 nothing in the files could be read."
    })
public final class ParseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NETWORK", description = "which network, in which format")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "answers as recorded")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    Recording recording = recording();
    int read = 0;
    for (String file : files) {
      switch (replay(recording, CallersFolder.resolve(file))) {
        case Fetch.Page page -> {
          print(file, page);
          read++;
        }
        case Fetch.Failed failed -> tell(file, failed.reason());
        case Fetch.Refused refused -> tell(file, refused.reason());
        case Fetch.Wait wait -> tell(file, wait.reason());
      }
    }
    return read > 0 ? 0 : 2;
  }

  private Recording recording() {
    Map<String, Recording> known = new TreeMap<>(Providers.recordings());
    Recording recording = known.get(format);
    if (recording != null) return recording;
    throw new ParameterException(
        spec.commandLine(),
        "NETWORK is \"" + format + "\", must be one of " + String.join(", ", known.keySet()));
  }

  private static Fetch replay(Recording recording, Path file) {
    try {
      return recording.replay(Files.readAllBytes(file));
    } catch (IOException e) {
      return new Fetch.Failed(
          Files.exists(file) ? "cannot be read: " + e.getMessage() : "there is no such file");
    }
  }

  private void print(String file, Fetch.Page page) {
    PrintWriter out = spec.commandLine().getOut();
    page.events().forEach(event -> out.println(MentionLine.of(event)));
    out.flush();
    for (Skipped skipped : page.skipped()) tell(file, skipped.item() + " " + skipped.reason());
  }

  private void tell(String file, String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(file + ": " + what);
    err.flush();
  }
}
