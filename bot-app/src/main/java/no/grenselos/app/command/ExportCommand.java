package no.grenselos.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import no.grenselos.app.privacy.AuthorExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos export --author x:@kari}: all that is kept of somebody outside, as JSON. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes everything that is kept of somebody outside, as JSON that people can read.",
    footer = {
      "",
      "What it holds, and how to answer a request for it: docs/privacy.md.",
      "",
      "Examples:",
      "  grenselos export --author mastodon:@kari@mastodon.example",
      "  grenselos export --author x:@kari --to kari.json",
      "Exit code 1: nothing is kept of them, or the file is there already."
    })
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AuthorOption author = new AuthorOption();

  @Option(names = "--to", paramLabel = "FILE", description = "a new file instead of the screen")
  private @Nullable Path to;

  @Override
  public Integer call() throws IOException {
    try (OpenHouse house = OpenHouse.of(config.files());
        BesideDesk beside = BesideDesk.of(house)) {
      AuthorExport export =
          AuthorExport.of(
              house.store(),
              house.book(),
              beside.desk().forgetting().posts(author.author()),
              author.author(),
              house.now());
      if (to == null) spec.commandLine().getOut().println(export.json());
      else if (!written(to, export.json())) return 1;
      return export.posts() == 0 ? 1 : 0;
    }
  }

  private boolean written(Path file, String json) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Files.writeString(file, json + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      out.println("Written to " + file + ". It is about a person: give it to nobody else.");
      return true;
    } catch (FileAlreadyExistsException e) {
      spec.commandLine().getErr().println(file + " is there already; name another file.");
      return false;
    }
  }
}
