package no.grenselos.nudge;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.Place;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Taught;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Feature;
import no.grenselos.work.Story;
import org.jspecify.annotations.Nullable;

/** Who named whom for a post ("somebody else knows this"), as the cards of both tell it. */
record Naming(Feature.Look look, Story story) {
  /** Whom this card's reader named, where that colleague is the one asked now. */
  Optional<String> named() {
    if (!(story.ticket().state() instanceof TicketState.Offered offered)) return Optional.empty();
    return lessons()
        .filter(lesson -> reads(lesson.expert()) && offered.to().equals(lesson.named()))
        .findFirst()
        .flatMap(lesson -> name(offered.to()));
  }

  /** Who said that this card's reader knows it. */
  Optional<String> by() {
    return lessons()
        .filter(lesson -> reads(lesson.named()))
        .findFirst()
        .flatMap(lesson -> name(lesson.expert()));
  }

  private Stream<Lesson> lessons() {
    return look.books().lessons().about(story.ticket().mention()).stream()
        .map(Taught::lesson)
        .filter(lesson -> lesson.kind() == Lesson.Kind.NAMED)
        .filter(lesson -> Objects.equals(lesson.topic(), story.ticket().topic()));
  }

  private boolean reads(@Nullable ExpertId who) {
    return story.card().place() instanceof Place.Direct direct
        && look.rules().book().expert(direct.to()).map(e -> e.id().equals(who)).orElse(false);
  }

  private Optional<String> name(@Nullable ExpertId who) {
    return Optional.ofNullable(who).flatMap(look.rules().book()::expert).map(Expert::name);
  }
}
