package no.grenselos.ruling;

import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;
import no.grenselos.store.Books;
import no.grenselos.store.RuleDrafts.Draft;
import no.grenselos.work.Question;

/** Changes of the rules that wait for their author's word, by what their card is about. */
final class Drafts {
  /** Somebody else was faster. */
  static final String OVERTAKEN = "rule-draft";

  /** Its author wants to see first what it would come to. */
  static final String TRIED = "rule-try";

  private Drafts() {}

  static Optional<Draft> of(Books books, ChatEvent.On on) {
    return subject(books, on).flatMap(subject -> of(books, subject));
  }

  /** What the card is about; empty when no change waits on it. */
  static Optional<Subject> subject(Books books, ChatEvent.On on) {
    return Question.subjectOf(books, on).filter(subject -> thing(subject).isPresent());
  }

  static Optional<Draft> of(Books books, Subject subject) {
    return thing(subject)
        .map(Subject.Thing::id)
        .filter(number -> number.matches("\\d{1,18}"))
        .flatMap(number -> books.ruleDrafts().find(Long.parseLong(number)));
  }

  /** Whatever may show the draft. */
  static Stream<Subject> cards(long number) {
    return Stream.of(OVERTAKEN, TRIED).map(kind -> new Subject.Thing(kind, Long.toString(number)));
  }

  private static Optional<Subject.Thing> thing(Subject subject) {
    return Stream.of(OVERTAKEN, TRIED).flatMap(kind -> subject.thing(kind).stream()).findFirst();
  }
}
