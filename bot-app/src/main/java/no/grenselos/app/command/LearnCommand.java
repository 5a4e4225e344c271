package no.grenselos.app.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.people.Times;
import no.grenselos.app.wiring.Rebuild;
import no.grenselos.app.wiring.Setup;
import no.grenselos.config.Finding;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code grenselos learn}: what people's presses taught, and how to take it back. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Lists what people's presses taught, newest first; can take a lesson back.",
    footer = {
      "",
      "Examples:",
      "  grenselos learn --most 50",
      "  grenselos learn --undo 812     lesson 812 counts no more, on every node",
      "  grenselos learn --rebuild      learns all anew, to compare with /health; changes nothing",
      "A lesson in brackets counts no more. Exit code 1: there is no such lesson to take back,",
      "or the encoder fails and the state is that of words only."
    })
public final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "how many lessons to list (default: ${DEFAULT-VALUE})")
  private int most = 20;

  @Option(names = "--undo", paramLabel = "NUMBER", description = "takes this lesson back")
  private @Nullable Long undo;

  @Option(
      names = "--rebuild",
      description = "learns all lessons anew and says what state that comes to")
  private boolean rebuild;

  @Override
  public Integer call() {
    if (most < 1) throw new ParameterException(spec.commandLine(), "--most must be 1 or more");
    if (rebuild && undo != null) {
      throw new ParameterException(spec.commandLine(), "--undo and --rebuild go one by one");
    }
    Setup setup = Setup.of(config.files(), entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    configuration.refuseIfBroken();
    try (Store store = setup.openStore(configuration.app())) {
      configuration.refuseIfBroken();
      if (rebuild) return rebuild(Rebuild.of(store, setup, configuration));
      ZoneId zone = configuration.book().house().zone();
      return undo == null ? list(store, zone) : takeBack(store, undo, setup.clock().instant());
    }
  }

  private int rebuild(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(one -> out.println(one.what() + ": " + one.text()));
    return findings.stream().allMatch(Finding::fine) ? 0 : 1;
  }

  private int list(Store store, ZoneId zone) {
    PrintWriter out = spec.commandLine().getOut();
    List<Taught> latest = store.read(books -> books.lessons().latest(most));
    latest.forEach(taught -> out.println(line(taught, zone)));
    if (latest.isEmpty()) out.println("Nobody has taught anything yet.");
    return 0;
  }

  private int takeBack(Store store, long number, Instant now) {
    Optional<Taught> found = store.read(books -> books.lessons().find(number));
    if (found.isEmpty()) {
      spec.commandLine().getErr().println("There is no lesson " + number + ".");
      return 1;
    }
    String what = what(found.get());
    if (!store.write(books -> takeBack(books, number, what, now))) {
      String why =
          found.get().lesson().canBeTakenBack()
              ? " counts no more already: "
              : " cannot be taken back: ";
      spec.commandLine().getErr().println("Lesson " + number + why + what);
      return 1;
    }
    spec.commandLine().getOut().println("Lesson " + number + " counts no more: " + what);
    return 0;
  }

  private static boolean takeBack(Books books, long number, String what, Instant now) {
    String who = OpenBook.caller();
    if (!books.lessons().takeBack(number, who, now)) return false;
    String detail = "lesson " + number + ": " + what;
    books.audit().add(new AuditLog.Entry(now, who, "lesson.taken-back", null, detail));
    return true;
  }

  private static String line(Taught taught, ZoneId zone) {
    String number = taught.inForce() ? taught.number() + " " : "(" + taught.number() + ")";
    String when = new Times(zone).of(taught.lesson().at());
    return "%8s  %s  %s".formatted(number, when, what(taught));
  }

  /** Who, what, topic and mention, without the post's words. */
  private static String what(Taught taught) {
    Lesson lesson = taught.lesson();
    StringBuilder text = new StringBuilder(lesson.who());
    text.append(' ').append(said(lesson.kind()));
    if (lesson.named() != null) text.append(' ').append(lesson.named());
    if (lesson.undoes() != null) text.append(' ').append(lesson.undoes());
    if (lesson.kind() == Lesson.Kind.LAPSED) text.append(" of ").append(lesson.expert());
    if (lesson.topic() != null) text.append(", ").append(lesson.topic());
    text.append(", ").append(lesson.mention());
    return text.toString().replaceAll("\\p{C}", "");
  }

  private static String said(Lesson.Kind kind) {
    return switch (kind) {
      case CLAIMED -> "claimed";
      case ANSWERED -> "answered";
      case PASSED -> "passed";
      case WRONG_TOPIC -> "said wrong topic";
      case NAMED -> "named";
      case LAPSED -> "heard nothing";
      case MORE_LIKE_THIS -> "wants more like this";
      case LESS_LIKE_THIS -> "wants fewer like this";
      case NOBODYS -> "found it to be nobody's";
      case TAKEN_BACK -> "took back";
      case FORGOTTEN -> "forgot what was erased";
    };
  }
}
