package no.grenselos.nudge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Handle;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.store.MentionLog;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;

/** The small dialogs on the way of a ticket: what they ask, and what an answer means. */
final class Forms {
  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    return question
        .card()
        .flatMap(card -> Story.of(visit.books(), visit.book(), card))
        .flatMap(story -> {
          List<Topic> topics =
              Wishes.toChooseFrom(visit.book(), visit.who(), story.ticket().topic());
          return form(question.kind(), story, topics);
        });
  }

  /**
   * @param topics those the person may have to choose from
   */
  private static Optional<Form> form(FormKind kind, Story story, List<Topic> topics) {
    Placement card = story.card();
    MentionLog.Logged logged = story.logged();
    Phrases phrases = Phrases.of("nudge", card.locale());
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Quote(Story.quote(logged, phrases)));
    switch (kind) {
      case PASS_TO -> {
        fields.add(new Form.Field.Person("colleague", phrases.say("form.pass.who"), true));
        fields.add(
            Form.Field.Text.line(
                    "reason", phrases.say("form.pass.why"), phrases.say("form.pass.hint"), 300)
                .mayBeEmpty());
      }
      case HAND_OVER ->
          fields.add(new Form.Field.Person("colleague", phrases.say("form.hand-over.who"), false));
      case ANSWERED ->
          fields.add(
              Form.Field.Text.line("link", phrases.say("form.answered.link"), "https://", 500)
                  .mayBeEmpty());
      case MORE_LIKE_THIS, LESS_LIKE_THIS -> {
        if (logged.erased() || topics.isEmpty()) return Optional.empty();
        fields.add(which(topics, phrases));
      }
      default -> throw new IllegalArgumentException(kind + " is not asked here");
    }
    return Optional.of(phrases.form(kind, new ChatEvent.On.Card(card.id()), fields));
  }

  private static Form.Field which(List<Topic> topics, Phrases phrases) {
    List<Form.Field.Option> options =
        topics.stream()
            .limit(100)
            .map(t -> new Form.Field.Option(t.id().id(), t.name(phrases.locale())))
            .toList();
    return new Form.Field.OneOf("topic", phrases.say("form.wish.topic"), options);
  }

  Submission read(Question question) {
    Phrases phrases = question.phrases("nudge");
    return switch (question.kind()) {
      case PASS_TO ->
          Submission.of(
              new TicketAction.Pass(person(question).orElse(null), question.value("reason")));
      case HAND_OVER ->
          person(question)
              .map(person -> Submission.of(new TicketAction.HandOver(person)))
              .orElseGet(() -> Submission.wrong("colleague", phrases.say("form.needed")));
      case ANSWERED -> answered(question.value("link"), phrases);
      case MORE_LIKE_THIS ->
          topic(question)
              .map(topic -> Submission.of(new TicketAction.MoreLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
      case LESS_LIKE_THIS ->
          topic(question)
              .map(topic -> Submission.of(new TicketAction.LessLikeThis(topic)))
              .orElseGet(() -> Submission.wrong("topic", phrases.say("form.needed")));
      default -> throw new IllegalArgumentException(question.kind() + " is not asked here");
    };
  }

  private static Submission answered(String link, Phrases phrases) {
    if (link.isEmpty()) return Submission.of(new TicketAction.Answered(null));
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null) return Submission.of(new TicketAction.Answered(uri));
    } catch (URISyntaxException e) {
      // falls through: said at the field
    }
    return Submission.wrong("link", phrases.say("form.not-a-link"));
  }

  /** Only one there is; whose it is, the desk looks at. */
  private static Optional<TopicId> topic(Question question) {
    return question.visit().book().known(question.value("topic"));
  }

  private static Optional<ChatUser> person(Question question) {
    String house = question.visit().who().handle().house();
    return Optional.of(question.value("colleague"))
        .filter(id -> !id.isEmpty())
        .map(id -> new ChatUser(new Handle(house, id), ""));
  }
}
