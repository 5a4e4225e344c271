package no.grenselos.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.route.Goal;
import no.grenselos.ticket.Effect;

/** What answers brought about, as whoever had the post told: by goal, and by topic of each. */
record OutcomeTable(Report report, Naming naming) {
  Table table() {
    List<String> head =
        Stream.concat(
                Stream.of("goal", "topic", "answered", "told", "told-share"),
                Stream.of(Effect.values()).map(effect -> "effect." + Naming.word(effect)))
            .map(naming.phrases()::say)
            .toList();
    return new Table("outcomes", naming.phrases().say("outcomes.title"), head, rows());
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Report.OfGoal row : report.goals()) {
      if (row.goal().isEmpty() || row.figures().counts().answered() == 0) continue;
      Goal goal = row.goal().get();
      rows.add(row(goal, naming.phrases().say("all"), row.figures()));
      report.parts().stream()
          .filter(part -> part.goal() == goal)
          .map(part -> row(goal, naming.topic(part.topic()), part.figures()))
          .forEach(rows::add);
    }
    return rows;
  }

  /** What the goal does not ask for is left blank, and not 0. */
  private List<Cell> row(Goal goal, String topic, Figures figures) {
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.words(naming.goal(Optional.of(goal))),
                Cell.words(topic),
                Cell.number(figures.counts().answered()),
                Cell.number(figures.told()),
                Cell.share(figures.told(), figures.counts().answered())));
    for (Effect effect : Effect.values()) {
      row.add(
          Effect.of(goal).contains(effect)
              ? Cell.number(figures.effect(effect))
              : new Cell.Nothing());
    }
    return row;
  }
}
