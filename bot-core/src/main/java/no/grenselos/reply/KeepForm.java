package no.grenselos.reply;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.ReplyAction;
import no.grenselos.expert.Expert;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;
import org.jspecify.annotations.Nullable;

/** Where somebody hands over a text to be kept as an answer. */
final class KeepForm {
  /** As many as a house takes in one choice. */
  private static final int MOST_TOPICS = 100;

  private static final int LONGEST = 3_000;
  private static final String MESSAGE = "message";

  Optional<Form> form(Question question) {
    Visit visit = question.visit();
    if (visit.book().roles(visit.who().handle()).isEmpty()) return Optional.empty();
    Phrases phrases = visit.phrases("reply");
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Words(phrases.say("keep.words")));
    // a card of ours holds somebody else's post: that is no answer, and must not be copied
    String text = question.card().isPresent() ? "" : question.value("text");
    fields.add(
        Form.Field.Text.lines("text", phrases.say("keep.text"), phrases.say("keep.hint"), LONGEST)
            .with(text.substring(0, Math.min(LONGEST, text.length()))));
    fields.add(
        Form.Field.Text.line("title", phrases.say("keep.title-field"), "", Source.MAX_TITLE)
            .mayBeEmpty());
    fields.add(
        new Form.Field.OneOf("kind", phrases.say("keep.kind"), kinds(phrases), "MESSAGE", false));
    List<Form.Field.Option> topics = topics(visit.book(), phrases.locale());
    if (!topics.isEmpty()) {
      fields.add(
          new Form.Field.ManyOf(
              "topics", phrases.say("keep.topics"), topics, onlyOne(visit), true));
    }
    return Optional.of(phrases.form(FormKind.KEEP_ANSWER, question.on(), fields));
  }

  private static List<Form.Field.Option> kinds(Phrases phrases) {
    return Arrays.stream(Source.Kind.values())
        .map(kind -> new Form.Field.Option(kind.name(), phrases.say("keep.kind." + kind)))
        .toList();
  }

  private static List<Form.Field.Option> topics(RuleBook book, Locale locale) {
    return book.topics().stream()
        .limit(MOST_TOPICS)
        .map(topic -> new Form.Field.Option(topic.id().id(), topic.name(locale)))
        .toList();
  }

  /** Whoever knows one topic most likely keeps a text on it. */
  private static Set<String> onlyOne(Visit visit) {
    Set<TopicId> own =
        visit.book().expert(visit.who().handle()).map(Expert::topics).orElse(Set.of());
    return own.size() == 1 ? Set.of(own.iterator().next().id()) : Set.of();
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("reply");
    String text = Kept.words(question.value("text"));
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    List<String> chosen = List.of(question.value("topics").split(","));
    List<TopicId> topics =
        question.visit().book().topics().stream()
            .map(Topic::id)
            .filter(id -> chosen.contains(id.id()))
            .toList();
    String title = question.value("title");
    return Submission.of(
        new ReplyAction.KeepText(
            kind(question.value("kind")),
            title.substring(0, Math.min(Source.MAX_TITLE, title.length())),
            text,
            topics,
            link(question.value(MESSAGE))));
  }

  private static Source.Kind kind(String chosen) {
    return Arrays.stream(Source.Kind.values())
        .filter(kind -> kind.name().equals(chosen))
        .findFirst()
        .orElse(Source.Kind.MESSAGE);
  }

  private static @Nullable URI link(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme()) && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
