package no.grenselos.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.grenselos.chat.Form;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Shortened;
import no.grenselos.mention.Network;
import no.grenselos.store.Books;
import no.grenselos.store.Drafts;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Visit;

/** What the text of an answer begins with. */
final class Beginnings {
  private final Counting counting;
  private final Earlier earlier;

  Beginnings(Counting counting, Earlier earlier) {
    this.counting = counting;
    this.earlier = earlier;
  }

  /**
   * @param text what the field holds
   * @param note what is to be said about it
   */
  record Beginning(String text, Optional<String> note) {}

  private static boolean wantsDraft(Question question) {
    return question.value(Form.Field.KNOB).startsWith(Earlier.DRAFT + ":");
  }

  /** Marked as a draft, with its sources. */
  private static Beginning draft(Visit visit, Drafts.Draft draft, Phrases phrases) {
    String sources =
        draft.sources().stream()
            .flatMap(id -> visit.books().memory().find(id).stream())
            .map(kept -> kept.by().name() + ": " + Earlier.label(kept))
            .collect(Collectors.joining("; "));
    return new Beginning(draft.text(), Optional.of(phrases.say("draft.note", sources)));
  }

  Beginning of(Question question, Target target, Phrases phrases) {
    if (target.kept().isPresent()) return kept(target, target.kept().get(), phrases);
    if (wantsDraft(question)) {
      Visit visit = question.visit();
      Optional<Drafts.Draft> draft =
          visit.books().drafts().of(target.ticket().id(), visit.colleague().id());
      if (draft.isPresent()) return draft(visit, draft.get(), phrases);
    }
    if (!question.values().isEmpty()) {
      return new Beginning(question.values().getOrDefault("text", ""), Optional.empty());
    }
    Books books = question.visit().books();
    return latest(books, target, question.visit().colleague())
        .flatMap(proposal -> books.answers().find(ProposalCard.out(proposal)).map(Answer::text))
        .map(text -> new Beginning(text, Optional.empty()))
        .orElseGet(() -> new Beginning(opening(question.visit(), target), Optional.empty()));
  }

  /** As the team begins, or what is said to all who write of one matter. */
  private static String opening(Visit visit, Target target) {
    return visit.features().opening(visit, target.ticket()).map(words -> words + "\n\n").orElse("");
  }

  /** A colleague's advice, or what they wrote themselves and got back. */
  private static Optional<Proposal> latest(Books books, Target target, Colleague me) {
    return target.proposal().or(() -> books.proposals().latest(target.ticket().id(), me));
  }

  private Beginning kept(Target target, Kept kept, Phrases phrases) {
    Network network = target.logged().mention().network();
    Locale language = Locale.of(kept.language().code());
    String by = kept.by().name();
    if (counting.fitted(kept.text(), network, language) instanceof Shortened.Whole(String text)) {
      return new Beginning(text, Optional.of(phrases.say("form.from", by)));
    }
    return switch (counting.fitted(earlier.from(target.logged(), kept), network, language)) {
      case Shortened.Whole(String text) ->
          new Beginning(text, Optional.of(phrases.say("form.cut", by)));
      case Shortened.Cut(String text, int left) ->
          new Beginning(text, Optional.of(phrases.say("form.cut", by)));
      case Shortened.TooLong(String first, int length) ->
          new Beginning(
              first.substring(0, Math.min(Counting.ROOM, first.length())),
              Optional.of(phrases.say("form.first-too-long")));
    };
  }
}
