package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.RuleAction;
import no.grenselos.expert.Team;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The dialog that makes a case of the rules' own tests of a post: what must become of such a post.
 * The words can be changed before they are kept, as a test outlives the post; its author is not
 * kept.
 */
final class CaseForm {
  static final String POST = "post";

  private static final int LONGEST = 2_000;
  private static final String DROP = "drop";
  private static final String SILENT = "silent";
  private static final List<String> GOES = List.of("expert", "care", "both", DROP, SILENT);

  private final Question question;
  private final Phrases phrases;

  private CaseForm(Question question) {
    this.question = question;
    this.phrases = question.phrases("ruling");
  }

  /** Empty when the post is gone, or nothing is known of it. */
  static Optional<Form> of(Question question, RuleTexts texts) {
    return new CaseForm(question).form(texts);
  }

  private Optional<Form> form(RuleTexts texts) {
    Optional<Entry> drawn = Entry.of(question.on());
    if (drawn.isPresent()) return Optional.of(draw(drawn.get().on(), new HashMap<>()));
    Visit visit = question.visit();
    Optional<ChatEvent.On> fresh =
        Sheet.newest(texts, visit.books()).map(sheet -> sheet.fresh(Section.CASES).on());
    return question
        .ticket()
        .flatMap(ticket -> visit.books().mentions().find(ticket.mention()))
        .filter(post -> !post.erased())
        .flatMap(post -> fresh.map(on -> draw(on, today(post))));
  }

  /** What the rules in force make of the post, to be changed into what they should. */
  private Map<String, String> today(MentionLog.Logged post) {
    Map<String, String> first = new HashMap<>();
    String text = post.mention().text();
    first.put(POST, text.substring(0, Math.min(LONGEST, text.length())));
    first.put("network", post.mention().network().toString());
    Decision decision = question.visit().rules().router().decide(post.mention(), post.reading());
    switch (decision) {
      case Decision.Ask ask -> put(first, "expert", ask.topic(), "");
      case Decision.Queue queue -> put(first, "care", null, queue.terms().channel());
      case Decision.Both both -> put(first, "both", both.topic(), both.terms().channel());
      case Decision.Hold hold -> put(first, SILENT, null, "");
      case Decision.Drop drop -> put(first, drop.nobodys() ? SILENT : DROP, null, "");
    }
    return first;
  }

  private static void put(
      Map<String, String> first, String goes, @Nullable TopicId topic, String channel) {
    first.put("goes", goes);
    if (topic != null) first.put("topic", topic.id());
    if (!channel.isEmpty()) first.put("channel", channel);
  }

  private Form draw(ChatEvent.On on, Map<String, String> first) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(phrases.say("form.keep-test.words")));
    fields.add(
        Field.Text.lines(POST, phrases.say("field.post"), phrases.say("field.post.hint"), LONGEST)
            .with(now(first, POST)));
    fields.add(
        Field.Text.line(
                "network", phrases.say("field.network"), phrases.say("field.network.hint"), 40)
            .mayBeEmpty()
            .with(now(first, "network")));
    fields.add(
        new Field.OneOf(
            "goes",
            phrases.say("field.must-go"),
            GOES.stream().map(one -> new Field.Option(one, phrases.say("goes." + one))).toList(),
            GOES.contains(now(first, "goes")) ? now(first, "goes") : "expert",
            false));
    fields.add(oneOf("topic", topics(), now(first, "topic")));
    fields.add(oneOf("channel", channels(), now(first, "channel")));
    fields.add(
        Field.Text.line(
                "because", phrases.say("field.because"), phrases.say("field.because.hint"), 200)
            .mayBeEmpty());
    return phrases.form(question.kind(), on, fields);
  }

  private String now(Map<String, String> first, String key) {
    return first.isEmpty() ? question.value(key) : first.getOrDefault(key, "");
  }

  private Field oneOf(String key, List<Field.Option> known, String now) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option(Asked.NONE, phrases.say("field.does-not-matter")));
    known.stream().filter(one -> one.value().equals(now)).forEach(options::add);
    String chosen = options.size() == 1 ? Asked.NONE : now;
    known.stream().filter(one -> !one.value().equals(now)).forEach(options::add);
    List<Field.Option> fit = options.subList(0, Math.min(100, options.size()));
    return new Field.OneOf(key, phrases.say("field." + key), fit, chosen, false);
  }

  private List<Field.Option> topics() {
    Locale locale = phrases.locale();
    return question.visit().book().topics().stream()
        .map(topic -> new Field.Option(topic.id().id(), topic.name(locale)))
        .toList();
  }

  private List<Field.Option> channels() {
    return question.visit().book().teams().stream()
        .map(Team::channel)
        .distinct()
        .filter(channel -> channel.length() <= 75)
        .map(channel -> new Field.Option(channel, channel))
        .toList();
  }

  static RuleAction.WriteRule read(Question question, Entry entry) {
    Map<String, String> keys = new HashMap<>();
    keys.put(POST, question.value(POST));
    keys.put("network", question.value("network"));
    String goes = question.value("goes");
    boolean nowhere = goes.equals(DROP) || goes.equals(SILENT);
    if (nowhere) keys.put(Edits.EXPECT + goes, "true");
    else if (!goes.isEmpty()) keys.put(Edits.EXPECT + "lane", goes);
    for (String key : List.of("topic", "channel")) {
      String value = question.value(key);
      if (!nowhere && !value.isEmpty() && !value.equals(Asked.NONE))
        keys.put(Edits.EXPECT + key, value);
    }
    return new RuleAction.WriteRule(entry.toString(), keys, Entry.NEW, question.value("because"));
  }
}
