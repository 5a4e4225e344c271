package no.grenselos.invite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.FormKind;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.work.Question;

/** Draws the dialogs in which people choose for themselves. */
final class Forms {
  private final Question question;
  private final Self self;
  private final Saying saying;
  private final Fields draw;

  private Forms(Question question) {
    this.question = question;
    this.self = Self.of(question.visit().books(), question.visit().book(), question.visit().who());
    this.saying = new Saying(question.visit().phrases("invite"), question.visit().book());
    this.draw = new Fields(self, saying);
  }

  /** Empty when this person has nothing to choose there. */
  static Optional<Form> of(Question question) {
    return new Forms(question).form();
  }

  private Optional<Form> form() {
    boolean forAnybody =
        question.kind() == FormKind.SAY_YES || question.kind() == FormKind.TELL_MORE;
    boolean may =
        question.kind() == FormKind.INVITE
            ? question.visit().book().runs(question.visit().who().handle())
            : forAnybody || self.listed();
    List<Field> fields = may ? fields() : List.of();
    if (fields.isEmpty()) return Optional.empty();
    String name = question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(
        new Form(
            question.kind(),
            question.on(),
            saying.say("form." + name + ".title"),
            saying.say("form." + name + ".submit"),
            saying.say("form.cancel"),
            fields));
  }

  private List<Field> fields() {
    Expert expert = self.expert();
    return switch (question.kind()) {
      case INVITE -> invite();
      case SAY_YES -> sayYes();
      case TELL_MORE ->
          Stream.of("way", "say", "kept", "stop")
              .<Field>map(part -> new Field.Words(saying.say("more-about." + part)))
              .toList();
      case MY_TOPICS -> draw.topics(expert.topics(), true);
      case MY_LANGUAGES -> List.of(draw.languages());
      case MY_HOURS -> {
        List<Field> fields = new ArrayList<>(draw.times());
        fields.add(draw.zone());
        yield fields;
      }
      case MY_CAP -> List.of(draw.numbers("day", 10, expert.cap().day()), draw.week());
      case MY_LEVEL -> List.of(draw.level(Filled.mostLevel(question, self)));
      case MY_SPEECH ->
          List.of(
              draw.one(
                  "speaks", List.of("nb", "en"), saying::language, expert.speaks().getLanguage()));
      case MY_DIGEST -> List.of(draw.digest());
      case MY_REST -> List.of(new Field.Day("day", saying.say("form.my-rest.day"), null, false));
      default -> throw new IllegalArgumentException(question.kind() + " is not asked here");
    };
  }

  private List<Field> invite() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(saying.say("form.invite.words")));
    fields.add(new Field.Person("person", saying.say("form.invite.person"), false));
    fields.addAll(draw.topics(Set.of(), false));
    return fields.size() == 2 ? List.of() : fields;
  }

  private List<Field> sayYes() {
    Set<TopicId> chosen = new LinkedHashSet<>(self.expert().topics());
    self.proposal().ifPresent(proposal -> chosen.addAll(proposal.topics()));
    List<Field> topics = draw.topics(chosen, false);
    if (topics.isEmpty()) return List.of();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(saying.say("form.say-yes.words")));
    fields.addAll(topics);
    fields.add(draw.languages());
    fields.addAll(draw.times());
    fields.add(draw.week());
    fields.add(draw.level(Filled.mostLevel(question, self)));
    return fields;
  }
}
