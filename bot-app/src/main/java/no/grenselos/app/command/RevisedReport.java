package no.grenselos.app.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.revise.Revised;
import picocli.CommandLine;

/** Says what became of a draft, and turns it into an exit code. */
record RevisedReport(CommandLine command, boolean json) {
  int tell(Revised outcome) {
    if (json) command.getOut().println(JsonLine.of(values(outcome)));
    else words(outcome);
    return switch (outcome) {
      case Revised.Saved saved -> 0;
      case Revised.Same same -> 0;
      case Revised.Broken broken -> 1;
      case Revised.Overtaken overtaken -> 1;
    };
  }

  private void words(Revised outcome) {
    PrintWriter out = command.getOut();
    PrintWriter err = command.getErr();
    switch (outcome) {
      case Revised.Saved(var source) ->
          out.println("Revision " + source.revision() + " is in force on all nodes in 2 seconds.");
      case Revised.Same(var revision) ->
          out.println("Nothing to do: revision " + revision + " says that already.");
      case Revised.Broken(var problems) -> {
        problems.forEach(err::println);
        err.println(problems.size() + " problems. Nothing was changed.");
      }
      case Revised.Overtaken(var newest, var theirs, var mine) -> {
        String by = RevisionWords.plain(newest.by());
        err.println("Revision %d by %s changed the same:".formatted(newest.revision(), by));
        RevisionWords.lines(theirs).forEach(err::println);
        err.println("Yours:");
        RevisionWords.lines(mine).forEach(err::println);
        err.println("Nothing was changed. Put yours into revision " + newest.revision() + ":");
        err.println("grenselos rules pull --to DIR, change it there, push it with --config DIR.");
      }
    }
  }

  private static Map<String, Object> values(Revised outcome) {
    Map<String, Object> values = new LinkedHashMap<>();
    switch (outcome) {
      case Revised.Saved(var source) -> {
        values.put("outcome", "saved");
        values.putAll(RevisionWords.json(source));
      }
      case Revised.Same(var revision) -> {
        values.put("outcome", "same");
        values.put("revision", revision);
      }
      case Revised.Broken(var problems) -> {
        values.put("outcome", "broken");
        values.put("problems", problems.stream().map(ConfigProblem::toString).toList());
      }
      case Revised.Overtaken(var newest, var theirs, var mine) -> {
        values.put("outcome", "overtaken");
        values.put("newest", RevisionWords.json(newest));
        values.put("theirs", RevisionWords.json(theirs));
        values.put("mine", RevisionWords.json(mine));
      }
    }
    return values;
  }
}
