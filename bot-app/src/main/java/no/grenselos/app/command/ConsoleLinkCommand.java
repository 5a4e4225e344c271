package no.grenselos.app.command;

import java.util.concurrent.Callable;
import no.grenselos.app.admission.LocalLinks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos console link}: a way into the running console without an account. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = "Makes a link into the console of the service that runs on this machine.",
    footer = {
      "",
      "The link makes whoever opens it admin. It works once, for ten minutes, and only in a"
          + " browser",
      "on this machine. It goes through the store, so the service need not be started anew.",
      "",
      "Example:",
      "  grenselos console link"
    })
public final class ConsoleLinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--port", description = "instead of the one in grenselos.yml")
  private @Nullable Integer port;

  @Override
  public Integer call() {
    try (OpenBook book = OpenBook.of(config.files())) {
      String word = new LocalLinks(book.store(), book.setup().clock()).make();
      int webPort = port == null ? book.configuration().app().port() : port;
      spec.commandLine().getOut().println(LocalLinks.address(webPort, word));
    }
    return 0;
  }
}
