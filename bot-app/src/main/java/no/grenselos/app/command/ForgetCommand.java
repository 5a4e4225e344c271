package no.grenselos.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.mention.AuthorName;
import no.grenselos.privacy.Forgetting;
import no.grenselos.privacy.Forgetting.Forgotten;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grenselos forget --author x:@kari}: erases what is kept of somebody outside. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = "Erases everything that is kept of somebody outside who asks for it.",
    footer = {
      "",
      "Their posts go, what colleagues quoted of them or noted about them, and what was learned",
      "from them. Your own answers stay, without their words. Cards in chat are shown anew by the",
      "service that runs, or when it starts next. A later post of theirs is a new post. See",
      "docs/privacy.md.",
      "",
      "Examples:",
      "  grenselos forget --author mastodon:@kari@mastodon.example --dry-run",
      "  grenselos forget --author x:@kari",
      "Exit code 1: nothing was kept of them."
    })
public final class ForgetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AuthorOption author = new AuthorOption();

  @Option(names = "--dry-run", description = "says what would be erased, and changes nothing")
  private boolean dryRun;

  @Override
  public Integer call() {
    ConfigFiles files = config.files();
    try (OpenHouse house = OpenHouse.of(files);
        BesideDesk beside = BesideDesk.of(house)) {
      Forgetting forgetting = beside.desk().forgetting();
      Forgotten found =
          dryRun
              ? forgetting.look(author.author())
              : forgetting.forget(author.author(), OpenBook.caller());
      PrintWriter out = spec.commandLine().getOut();
      out.println(said(found));
      named(files, author.author()).forEach(out::println);
      return found.posts() + found.waiting() == 0 ? 1 : 0;
    }
  }

  private String said(Forgotten found) {
    if (found.posts() + found.waiting() == 0) return "Nothing is kept of " + author.author() + ".";
    String what = found.posts() + " posts by " + author.author();
    String more = found.waiting() == 0 ? "" : ", and " + found.waiting() + " that nobody had read";
    return dryRun
        ? "Would erase " + what + more + ". Nothing has changed."
        : "Erased " + what + more + ". Cards in chat follow.";
  }

  /** Files are the admin's: rules may name somebody for a good reason. */
  private static List<String> named(ConfigFiles files, AuthorName author) {
    String sought = "@" + author.name().toLowerCase(Locale.ROOT);
    return files.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(file -> lines(files.folder() + "/" + file.getKey(), file.getValue(), sought))
        .toList();
  }

  private static Stream<String> lines(String file, String text, String sought) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).toLowerCase(Locale.ROOT).contains(sought))
        .mapToObj(i -> file + ":" + (i + 1) + " names them. The file is yours: change it there.");
  }
}
