package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.lesson.Pupil;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Topics as admins see, add and change them in chat. Liv and Odd decide here. */
class TopicRulingTest {
  private static final TopicId BEES = new TopicId("bees-on-roofs");

  private TimeLine line = new TimeLine();
  private int events;

  @AfterEach
  void close() {
    line.close();
  }

  private static ChatEvent.On on(String subject) {
    return new ChatEvent.On.About(Subject.parse(subject));
  }

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), who);
  }

  private Optional<Form> opens(String who, String on, Map<String, String> values) {
    return line.desk.open(FormKind.TOPIC, on(on), user(who), values);
  }

  private Map<String, String> sends(String who, String on, Map<String, String> values) {
    Map<String, String> wrong =
        line.desk.submitted("t" + ++events, user(who), FormKind.TOPIC, on(on), values);
    line.settle();
    return wrong;
  }

  private Source newest() {
    return line.store.read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private String rules() {
    return String.join("\n", newest().files().values());
  }

  private RuleBook book() {
    return line.node(Pupil.NOBODY).rules().get().book();
  }

  private Set<TopicId> proposed(String who) {
    return book().experts().stream()
        .filter(expert -> expert.id().id().equals(who))
        .map(Expert::manner)
        .findFirst()
        .orElseThrow()
        .proposed();
  }

  private static Map<String, String> filled(Form form) {
    Map<String, String> values = new HashMap<>();
    for (Field field : form.fields()) {
      if (field instanceof Field.Text text && !text.initial().isEmpty())
        values.put(text.id(), text.initial());
      if (field instanceof Field.OneOf one) values.put(one.id(), one.chosen());
      if (field instanceof Field.ManyOf many && !many.chosen().isEmpty())
        values.put(many.id(), String.join(",", many.chosen()));
    }
    return values;
  }

  /** As it opens, with a name, a word, two people and what else stands chosen. */
  private Map<String, String> bees() {
    Map<String, String> values = filled(opens("liv", "topic:1.new", Map.of()).orElseThrow());
    values.put("name-nb", "Bier på tak");
    values.put("name-en", "Bees on roofs");
    values.put("keywords", "bie, bier, bikube");
    values.put("examples", "Kan jeg ha bikube på trafoen?\nBiene svermer ved kiosken deres");
    values.put("invited", "ana,ben");
    values.put("because", "the hives on our roofs");
    return values;
  }

  @Test
  void aTopicWithTwoPeopleAndARuleIsOneChangeAndBothAreIntroduced() {
    line.at("10:00");

    assertThat(sends("liv", "topic:1.new", bees())).isEmpty();

    assertThat(newest().revision()).isEqualTo(2);
    assertThat(newest().why()).isEqualTo("the hives on our roofs");
    assertThat(book().topic(BEES).orElseThrow().examples()).hasSize(2);
    assertThat(book().topic(BEES).orElseThrow().keywords())
        .containsExactly("bie", "bier", "bikube");
    Route last = book().routes().getLast();
    assertThat(last.name()).isEqualTo("bees on roofs");
    assertThat(last.topic()).isEqualTo(BEES);
    assertThat(last.lane()).isEqualTo(Lane.EXPERT);
    line.pass(Duration.ofMinutes(1));
    for (String who : List.of("ana", "ben")) {
      assertThat(line.card(who).toString()).contains(who.equals("ana") ? "Bees on" : "Bier på");
      line.does(who, new InviteAction.AddTopic());
    }
    assertThat(line.slack.in(TimeLine.with("siri"))).isEmpty();
    assertThat(line.says("liv", "regler emner bier").toString())
        .contains("Bier på tak", "Ana Moen, Ben Dahl")
        .doesNotContain("Regninger");
  }

  @Test
  void theListSaysWhoHasEachTopicAndWhatNobodyIsEverAskedAbout() {
    String page = line.says("liv", "rules topics").toString();

    assertThat(page)
        .containsSubsequence("Nytt tema", "Regninger", "Siri Lund", "ingen regel spør noen om det")
        .contains("Varmepumper");
    String pumps = page.substring(page.indexOf("Varmepumper"));
    assertThat(pumps).contains("Ana Moen, Ben Dahl, Siri Lund").doesNotContain("ingen regel");
  }

  @Test
  void whatIsMissingIsToldAtItsField() {
    assertThat(sends("liv", "topic:1.new", Map.of("invited", "ana,nobody")))
        .containsOnlyKeys("name-nb", "examples", "invited");
    Map<String, String> taken = bees();
    taken.put("name-en", "heat PUMPS");

    assertThat(sends("liv", "topic:1.new", taken)).containsOnlyKeys("name-en");

    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void othersNeitherSeeNorChangeTopics() {
    assertThat(line.says("ana", "rules topics").toString()).contains("changed by those");
    assertThat(opens("ana", "topic:1.new", Map.of())).isEmpty();
    assertThat(sends("ida", "topic:1.new", bees())).containsOnlyKeys("name-nb");

    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void withoutARuleTheFormSaysThatNobodyIsAskedAndMakesOneOnlyWhenTold() {
    Form bills = opens("liv", "topic:1.1", Map.of()).orElseThrow();
    assertThat(bills.toString()).contains("Ingen regel spør en ekspert", "De har det alt: Siri");
    Map<String, String> values = filled(bills);
    values.put("keywords", "faktura");
    values.remove("route");

    assertThat(sends("liv", "topic:1.1", values)).isEmpty();

    assertThat(book().routes()).hasSize(2);
    assertThat(book().topic(TimeLine.BILLS).orElseThrow().keywords()).containsExactly("faktura");
    assertThat(opens("liv", "topic:2.0", Map.of()).orElseThrow().toString())
        .doesNotContain("Ingen regel");
  }

  @Test
  void whoeverTakesAllPostsOnTheTopicReachesItWithoutNamingIt() {
    line.close();
    Route all =
        new Route("all", "*:*", null, Lane.EXPERT, null, null, null, null, null, true, "r:1");
    line = new TimeLine(book -> with(book, List.of(all), book.topics()));

    assertThat(opens("liv", "topic:1.new", Map.of()).orElseThrow().toString())
        .doesNotContain("Ingen regel");
  }

  @Test
  void whatAColleagueChangedMeanwhileStaysAndTheSameTopicIsShownToTheSecond() {
    sends("liv", "topic:1.new", bees());
    Map<String, String> mine = filled(opens("odd", "topic:2.2", Map.of()).orElseThrow());
    Map<String, String> theirs = new HashMap<>(mine);
    theirs.put("invited", "ana,ben,siri");
    mine.put("invited", "ana");

    sends("liv", "topic:2.2", theirs);
    sends("odd", "topic:2.2", mine);

    assertThat(proposed("siri")).containsExactly(BEES);
    assertThat(proposed("ben")).isEmpty();
    Map<String, String> again = new HashMap<>(mine);
    theirs.put("name-en", "Bees");
    again.put("name-en", "Honey bees");
    sends("liv", "topic:4.2", theirs);
    sends("odd", "topic:4.2", again);
    assertThat(book().topic(BEES).orElseThrow().names()).containsEntry("en", "Bees");
    Card card = line.card(TimeLine.with("odd"));
    assertThat(card.toString()).contains("name-en: Honey bees");
    line.does("odd", new RuleAction.PutOnTop());
    assertThat(book().topic(BEES).orElseThrow().names()).containsEntry("en", "Honey bees");
  }

  @Test
  void aTopicCanBeTriedBeforeItIsMade() {
    Map<String, String> values = bees();
    values.put("next", "try");

    assertThat(sends("liv", "topic:1.new", values)).isEmpty();

    assertThat(newest().revision()).isEqualTo(1);
    assertThat(line.card(TimeLine.with("liv")).toString())
        .contains("name-en: Bees on roofs", "invite: ana,ben", "route: ask");
    line.does("liv", new RuleAction.SaveTried());
    assertThat(proposed("ana")).containsExactly(BEES);
  }

  @Test
  void aSecondTopicOfTheSameLettersHasAnIdOfItsOwn() {
    sends("liv", "topic:1.new", bees());
    Map<String, String> values = bees();
    values.put("name-nb", "Andre bier");
    values.put("name-en", "Bees, on roofs");

    assertThat(sends("liv", "topic:2.new", values)).isEmpty();

    assertThat(rules()).contains("id=bees-on-roofs-2", "name=bees on roofs 2");
  }

  @Test
  void aListThatTheFormCannotHoldStaysAsItIs() {
    line.close();
    List<String> many =
        Collections.nCopies(60, "Hvorfor er regningen min så mye høyere i år enn i fjor?");
    Topic bills =
        new Topic(
            TimeLine.BILLS,
            Map.of("nb", "Regninger"),
            Map.of(),
            List.of("a, b"),
            List.of(),
            many,
            List.of());
    line = new TimeLine(book -> with(book, book.routes(), List.of(bills)));
    Form form = opens("liv", "topic:1.0", Map.of()).orElseThrow();
    assertThat(form.toString()).contains("har mer enn det er plass til");
    Map<String, String> values = filled(form);
    assertThat(values).doesNotContainKeys("examples", "keywords");
    values.put("name-en", "Bills");

    assertThat(sends("liv", "topic:1.0", values)).isEmpty();

    Topic after = book().topic(TimeLine.BILLS).orElseThrow();
    assertThat(after.examples()).isEqualTo(many);
    assertThat(after.keywords()).containsExactly("a, b");
    assertThat(after.names()).containsEntry("en", "Bills");
  }

  private static RuleBook with(RuleBook book, List<Route> routes, List<Topic> topics) {
    List<Expert> experts =
        book.experts().stream()
            .map(expert -> {
              Set<TopicId> kept = new HashSet<>(expert.topics());
              kept.retainAll(topics.stream().map(Topic::id).toList());
              return expert.on(kept);
            })
            .toList();
    List<Route> there =
        routes.stream()
            .filter(route ->
                route.topic() == null
                    || topics.stream().anyMatch(topic -> topic.id().equals(route.topic())))
            .toList();
    return new RuleBook(
        book.revision(), book.house(), there, book.silences(), topics, experts, book.teams());
  }
}
