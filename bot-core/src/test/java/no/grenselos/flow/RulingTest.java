package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Pupil;
import no.grenselos.route.Route;
import no.grenselos.store.RuleBooks.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules as admins see and change them in chat. Liv and Odd decide here. */
class RulingTest {
  private final TimeLine line = new TimeLine();
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

  private Optional<Form> opens(String who, FormKind kind, String on, Map<String, String> values) {
    return line.desk.open(kind, on(on), user(who), values);
  }

  /** What is wrong, by field. */
  private Map<String, String> sends(
      String who, FormKind kind, String on, Map<String, String> values) {
    Map<String, String> wrong =
        line.desk.submitted("r" + ++events, user(who), kind, on(on), values);
    line.settle();
    return wrong;
  }

  private void act(String who, String on, RuleAction action) {
    line.does(who, Subject.parse(on), action);
  }

  private Source newest() {
    return line.store.read(books -> books.ruleBooks().latest()).orElseThrow();
  }

  private String rules() {
    return String.join("\n", newest().files().values());
  }

  private String whispered() {
    return line.slack.whispers().getLast();
  }

  /** The form as it stands when it is opened, filled in. */
  private static Map<String, String> filled(Form form) {
    Map<String, String> values = new HashMap<>();
    for (Form.Field field : form.fields()) {
      if (field instanceof Form.Field.Text text) values.put(text.id(), text.initial());
      if (field instanceof Form.Field.OneOf one) values.put(one.id(), one.chosen());
      if (field instanceof Form.Field.ManyOf many && !many.chosen().isEmpty())
        values.put(many.id(), String.join(",", many.chosen()));
      if (field instanceof Form.Field.Day day && day.chosen() != null)
        values.put(day.id(), day.chosen().toString());
    }
    return values;
  }

  private Map<String, String> filled(String who, String on, String key, String value) {
    Form form = opens(who, FormKind.RULE, on, Map.of()).orElseThrow();
    Map<String, String> values = filled(form);
    values.put(key, value);
    return values;
  }

  @Test
  void theRulesStandInOrderWithWhatTheyDo() {
    String page = line.says("liv", "rules").toString();

    assertThat(page)
        .containsSubsequence(
            "Reglene, versjon 1",
            "Sist endret av Grenselos",
            "1. complaints",
            "som passer til intent:complaint",
            "går til #kundeservice",
            "2. heat pumps",
            "innlegg om Varmepumper",
            "én ekspert blir spurt",
            "Ingenting er dempet");
    assertThat(line.says("liv", "regler varmepumper").toString())
        .contains("2. heat pumps")
        .doesNotContain("1. complaints");
    assertThat(line.home("liv").toString()).contains("Reglene", "Ny regel");
  }

  @Test
  void othersNeitherSeeNorChangeTheRules() {
    assertThat(line.says("ana", "rules").toString()).contains("changed by those");
    assertThat(opens("ana", FormKind.RULE, "route:1.0", Map.of())).isEmpty();
    assertThat(sends("ida", FormKind.RULE, "route:1.0", Map.of("name", "x"))).containsKey("name");
    act("ida", "route:1.0", new RuleAction.RemoveRule(""));

    assertThat(newest().revision()).isEqualTo(1);
    assertThat(line.home("ida").toString()).doesNotContain("Ny regel");
  }

  @Test
  void aMistakeIsToldAtItsFieldAndOnceMendedTheNextPostGoesTheNewWay() {
    line.at("09:00").post("1", "Hva med strømmen?");
    Form form = opens("liv", FormKind.RULE, "route:1.new", Map.of()).orElseThrow();
    Map<String, String> values = filled(form);
    values.put("name", "power");
    values.put("when", "text:(strømmen OR");
    values.put("goes", "care");
    values.put("channel", "#kundeservice");
    values.put("answer-within", "soon");
    values.put("place", "1");

    Map<String, String> wrong = sends("liv", FormKind.RULE, "route:1.new", values);

    assertThat(wrong).containsOnlyKeys("when", "answer-within");
    assertThat(newest().revision()).isEqualTo(1);
    values.put("when", "text:strømmen");
    values.put("answer-within", "30m");
    values.put("because", "many ask");
    assertThat(sends("liv", FormKind.RULE, "route:1.new", values)).isEmpty();
    assertThat(newest().revision()).isEqualTo(2);
    assertThat(newest().why()).isEqualTo("many ask");
    assertThat(whispered()).contains("Lagret som versjon 2");
    line.post("2", "Hva med strømmen nå?");
    assertThat(line.maybeTicket("1")).isEmpty();
    assertThat(line.ticket("2").because().routes()).containsExactly("power");
    assertThat(line.ticket("2").because().revision()).isEqualTo(2);
  }

  @Test
  void aNameThatAnotherRuleHasIsToldAtItsField() {
    Map<String, String> taken = filled("liv", "route:1.1", "name", "complaints");

    assertThat(sends("liv", FormKind.RULE, "route:1.1", taken)).containsOnlyKeys("name");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void whatOnlyTheWholeBookShowsIsToldWhenItIsKept() {
    RuleAction.WriteRule twice =
        new RuleAction.WriteRule(
            "route:1.new",
            Map.of("name", "complaints", "when", "text:strøm", "lane", "expert"),
            0,
            "");

    act("liv", "route:1.new", twice);

    assertThat(whispered()).contains("ville ikke reglene virke lenger", "routes[1].name");
    assertThat(newest().revision()).isEqualTo(1);
  }

  @Test
  void aChangeCanBeTriedOnLastMonthsPostsAndThenMade() {
    line.at("09:00").post("1", "varmepumpe, hva koster den?").post("2", "varmepumpe nr 2?");
    line.post("3", "elendig strøm");
    line.pass(Duration.ofMinutes(1));
    Map<String, String> values = filled("liv", "route:1.1", "goes", "care");
    values.put("channel", "#kundeservice");
    values.put("next", "try");

    assertThat(sends("liv", FormKind.RULE, "route:1.1", values)).isEmpty();

    assertThat(newest().revision()).isEqualTo(1);
    Card card = line.card(TimeLine.with("liv"));
    assertThat(card.headline()).isEqualTo("Du vil endre reglene");
    assertThat(card.toString()).contains("lane: care", "de siste 30 dagene");
    assertThat(whispered())
        .contains(
            "de siste 30 dagene. Ingenting er endret ennå.",
            "2 av 3 innlegg ville gå et annet sted",
            "2 × nå:",
            "→ da:",
            "#kundeservice",
            "“varmepumpe, hva koster den?”",
            "Ana Moen: aldri, på det meste 0 på en uke (nå 1 og 1)");
    line.does("liv", new RuleAction.SaveTried());
    assertThat(newest().revision()).isEqualTo(2);
    assertThat(line.card(TimeLine.with("liv")).buttons()).isEmpty();
    line.does("liv", new RuleAction.TryAgain());
    assertThat(whispered()).contains("allerede avgjort");
  }

  @Test
  void aTriedChangeThatSomebodyWasFasterWithIsNotMadeSilently() {
    Map<String, String> values = filled("odd", "route:1.0", "answer-within", "20m");
    values.put("next", "try");
    sends("odd", FormKind.RULE, "route:1.0", values);
    sends("liv", FormKind.RULE, "route:1.0", filled("liv", "route:1.0", "answer-within", "10m"));

    line.does("odd", new RuleAction.SaveTried());

    assertThat(rules()).contains("answer-within=10m");
    assertThat(line.card(TimeLine.with("odd")).headline()).contains("var først ute");
  }

  @Test
  void theRulesAreTriedOnTheirOwnTests() {
    act("liv", "route:1.new", kept("varmepumpe som bråker", "expert"));
    act("liv", "route:1.new", kept("varmepumpe nede", "care"));

    assertThat(line.says("liv", "regler prøv").toString()).contains("kommer i meldingene dine");

    assertThat(whispered())
        .contains(
            "Én av 2 prøver holder",
            "“varmepumpe nede”",
            "Skulle: Køen til et lag. Gjør: Én ekspert blir spurt.");
    assertThat(line.says("ida", "rules test").toString()).contains("Ingenting er endret");
  }

  private static RuleAction kept(String post, String lane) {
    return new RuleAction.WriteRule(
        "case:1.new", Map.of("post", post, "expect.lane", lane), -1, "");
  }

  @Test
  void theQueryIsReadWhileItIsWritten() {
    Map<String, String> values = filled("liv", "route:1.0", "when", "autor:kari");

    String drawn = opens("liv", FormKind.RULE, "route:1.0", values).orElseThrow().toString();

    assertThat(drawn).contains("Om spørringen", "autor", "author");
  }

  @Test
  void whatTheFormDoesNotKnowOrShowStaysAsItWas() {
    assertThat(sends("liv", FormKind.RULE, "route:1.0", filled("liv", "route:1.0", "fact", "")))
        .isEmpty();

    assertThat(newest().revision()).isEqualTo(1);
    assertThat(whispered()).contains("står allerede");
  }

  @Test
  void changesOfTwoPeopleToDifferentRulesBothGoThrough() {
    Map<String, String> first = filled("liv", "route:1.0", "answer-within", "10m");
    Map<String, String> second = filled("odd", "route:1.1", "offer-for", "20m");

    sends("liv", FormKind.RULE, "route:1.0", first);
    sends("odd", FormKind.RULE, "route:1.1", second);

    assertThat(newest().revision()).isEqualTo(3);
    assertThat(rules()).contains("answer-within=10m", "offer-for=20m");
  }

  @Test
  void theSecondOfTwoIsShownTheDifferenceAndMayPutTheirsOnTop() {
    secondOfTwo();

    Card card = line.card(TimeLine.with("odd"));
    assertThat(card.headline()).isEqualTo("Liv Aas var først ute med samme regel");
    assertThat(card.toString())
        .contains("answer-within=10m", "lawyers agreed", "answer-within: 20m");
    assertThat(rules()).contains("answer-within=10m");
    line.does("odd", new RuleAction.PutOnTop());
    assertThat(rules()).contains("answer-within=20m").doesNotContain("answer-within=10m");
    assertThat(newest().revision()).isEqualTo(3);
    assertThat(line.card(TimeLine.with("odd")).buttons()).isEmpty();
    line.does("odd", new RuleAction.PutOnTop());
    assertThat(newest().revision()).isEqualTo(3);
  }

  @Test
  void theSecondOfTwoMayGiveUp() {
    secondOfTwo();

    line.does("odd", new RuleAction.GiveUpChange());

    assertThat(rules()).contains("answer-within=10m").doesNotContain("answer-within=20m");
    assertThat(newest().revision()).isEqualTo(2);
    assertThat(whispered()).contains("Endringen din ble ikke gjort");
  }

  private void secondOfTwo() {
    Map<String, String> first = filled("liv", "route:1.0", "answer-within", "10m");
    first.put("because", "lawyers agreed");
    Map<String, String> second = filled("odd", "route:1.0", "answer-within", "20m");
    sends("liv", FormKind.RULE, "route:1.0", first);
    sends("odd", FormKind.RULE, "route:1.0", second);
  }

  @Test
  void anOldListOpensTheRuleAsItIsToday() {
    sends("liv", FormKind.RULE, "route:1.0", filled("liv", "route:1.0", "answer-within", "10m"));

    Form form = opens("odd", FormKind.RULE, "route:1.0", Map.of()).orElseThrow();

    assertThat(form.on()).hasToString("route:2.0");
    assertThat(filled(form)).containsEntry("answer-within", "10m");
  }

  @Test
  void rulesMoveAndGoAndComeBack() {
    act("liv", "route:1.1", new RuleAction.RaiseRule());
    assertThat(names()).containsExactly("heat pumps", "complaints");
    // the list that was looked at has gone stale meanwhile
    act("liv", "route:1.1", new RuleAction.LowerRule());
    assertThat(names()).containsExactly("complaints", "heat pumps");
    Form sure = opens("liv", FormKind.REMOVE_RULE, "route:1.1", Map.of()).orElseThrow();
    assertThat(sure.toString()).contains("heat pumps: innlegg om Varmepumper");
    sends("liv", FormKind.REMOVE_RULE, sure.on().toString(), Map.of("because", "no more"));
    assertThat(names()).containsExactly("complaints");

    Page history = line.says("liv", "rules history");
    assertThat(history.toString()).contains("no more", "− route|name=heat pumps");
    Form back = opens("liv", FormKind.REVERT_RULES, "revision:3", Map.of()).orElseThrow();
    assertThat(back.toString()).contains("+ route|name=heat pumps");
    sends("liv", FormKind.REVERT_RULES, back.on().toString(), Map.of());

    assertThat(names()).containsExactly("complaints", "heat pumps");
    assertThat(newest().revision()).isEqualTo(5);
  }

  private List<String> names() {
    return line.node(Pupil.NOBODY).rules().get().book().routes().stream().map(Route::name).toList();
  }

  @Test
  void adminsSeeWhereTheyAreThatSomebodyChangedTheRules() {
    sends("liv", FormKind.RULE, "route:1.0", filled("liv", "route:1.0", "answer-within", "10m"));
    line.pass(Duration.ofSeconds(2));

    Card card = line.card(TimeLine.FALLBACK);

    assertThat(card.headline()).isEqualTo("Liv Aas endret reglene");
    assertThat(card.toString()).contains("answer-within=10m", "versjon 2");
    assertThat(((Card.Button.Act) card.buttons().getFirst()).press()).isEqualTo(Press.REVERT_RULES);
  }

  @Test
  void whatIsMutedWakesNobodyUntilItsDay() {
    Map<String, String> values =
        Map.of("author", "@kari", "day", "2026-09-16", "why", "She is on holiday");

    assertThat(sends("liv", FormKind.SILENCE, "silence:1.new", values)).isEmpty();

    assertThat(rules()).contains("when=author:\"kari\"", "until=2026-09-16", "by=Liv Aas");
    line.at("09:00").post("1", "varmepumpe?");
    assertThat(line.maybeTicket("1")).isEmpty();
    assertThat(line.says("liv", "rules").toString()).contains("She is on holiday");
    line.nextDay().at("09:00").post("2", "varmepumpe?");
    assertThat(line.maybeTicket("2")).isPresent();
  }

  @Test
  void whoIsLeftAloneForGoodIsTheFirstRule() {
    assertThat(sends("liv", FormKind.LEAVE_ALONE, "route:1.new", Map.of("why", "")))
        .containsOnlyKeys("author", "why");
    Map<String, String> values =
        Map.of("author", "kari, @per", "words", "gratis \"mobil\"", "why", "Agreed with legal");

    assertThat(sends("liv", FormKind.LEAVE_ALONE, "route:1.new", values)).isEmpty();

    assertThat(names()).first().asString().startsWith("do-not-engage: @kari, @per");
    line.at("09:00").post("1", "varmepumpe, gratis mobil?").post("2", "varmepumpe?");
    assertThat(line.maybeTicket("2")).isPresent();
    assertThat(
            sends("liv", FormKind.LEAVE_ALONE, "route:2.new", Map.of("author", "kari", "why", "x")))
        .isEmpty();
    line.post("3", "varmepumpe?");
    assertThat(line.maybeTicket("3")).isEmpty();
  }

  @Test
  void whyWalksTheRulesAsTheyWereAndSaysWhatTheyWouldDoToday() {
    line.at("09:00").post("1", "varmepumpe?");
    sends("liv", FormKind.RULE, "route:1.1", filled("liv", "route:1.1", "goes", "both"));
    line.pass(Duration.ofSeconds(2));

    String why = line.says("liv", "why " + line.ticket("1").id()).toString();

    assertThat(why)
        .contains(
            "Etter reglene i versjon 1: heat pumps",
            "nå er de i versjon 2",
            "I dag ville det gått til #kommunikasjon, og noen som kan Varmepumper",
            "et spørsmål (90",
            "sikker): “varmepumpe”",
            "«complaints»: passer ikke",
            "«heat pumps»: passer: en ekspert blir spurt",
            "Spurte Ana Moen",
            "kunne også spørres: Ben Dahl",
            "kunne også spørres: Siri Lund");
  }

  @Test
  void whyTellsWhoCouldNotBeAskedAndWhy() {
    line.at("07:00").post("1", "varmepumpe?");

    String why = line.says("liv", "why " + line.ticket("1").id()).toString();

    assertThat(why).contains("ikke spurt: Ana Moen: utenfor tidene sine", "kan spørres fra");
    line.at("08:00");
    assertThat(line.says("liv", "why " + line.ticket("1").id()).toString())
        .contains("Spurte Ana Moen");
  }

  @Test
  void whyOfAPostThatWokeNobodyIsToldByItsAddress() {
    line.at("09:00").post("1", "fint vær");

    String why = line.says("liv", "why https://mastodon.example/@kari/1").toString();

    assertThat(why).contains("Det forstyrret ingen", "«complaints»: passer ikke");
  }

  @Test
  void aPostThatWentWrongIsKeptAsATestWithoutItsAuthor() {
    line.at("09:00").post("1", "Kari her: varmepumpe som bråker");
    String about = line.ticket("1").id().toString();
    assertThat(line.says("liv", "why " + about).toString()).contains("Behold som prøve");
    assertThat(line.says("ida", "why " + about).toString()).doesNotContain("Behold som prøve");
    assertThat(opens("ida", FormKind.KEEP_TEST, about, Map.of())).isEmpty();
    Form form = opens("liv", FormKind.KEEP_TEST, about, Map.of()).orElseThrow();
    Map<String, String> values = filled(form);
    assertThat(values)
        .containsEntry("post", "Kari her: varmepumpe som bråker")
        .containsEntry("goes", "expert")
        .containsEntry("topic", "heat-pumps");

    values.put("post", "");
    assertThat(sends("liv", FormKind.KEEP_TEST, form.on().toString(), values))
        .containsOnlyKeys("post");
    values.put("post", "varmepumpe som bråker");
    values.put("goes", "care");
    values.put("channel", "#kundeservice");
    assertThat(sends("liv", FormKind.KEEP_TEST, form.on().toString(), values)).isEmpty();

    assertThat(rules())
        .contains(
            "case|post=varmepumpe som bråker|network=mastodon|"
                + "expect={lane: care, topic: heat-pumps, channel: #kundeservice}")
        .doesNotContain("kari", "Kari");
  }

  @Test
  void theMenuOfAPostsCardKeepsItAsATestWhereAdminsSeeIt() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", new TicketAction.Pass(null, ""));
    line.does("ben", new TicketAction.Pass(null, ""));
    line.does("siri", new TicketAction.Pass(null, ""));

    assertThat(line.card(TimeLine.FALLBACK, "1").more())
        .extracting(Card.Choice::press)
        .contains(Press.KEEP_AS_TEST);
    assertThat(line.card("siri").more())
        .extracting(Card.Choice::press)
        .doesNotContain(Press.KEEP_AS_TEST);
    line.post("2", "elendig strøm");
    assertThat(line.card(TimeLine.CARE, "2").more())
        .extracting(Card.Choice::press)
        .doesNotContain(Press.KEEP_AS_TEST);
    var shown = line.cards(TimeLine.CARE).getLast().id();
    assertThat(line.desk.shown(shown, user("liv")).orElseThrow().more())
        .extracting(Card.Choice::press)
        .contains(Press.KEEP_AS_TEST);
  }

  @Test
  void theListSaysWhoChangedEachRuleLast() {
    sends("liv", FormKind.RULE, "route:1.1", filled("liv", "route:1.1", "offer-for", "20m"));

    String page = line.says("odd", "rules").toString();

    assertThat(page.substring(page.indexOf("1. complaints")))
        .containsSubsequence(
            "1. complaints", "endret av Grenselos", "2. heat pumps", "endret av Liv Aas")
        .containsOnlyOnce("endret av Liv Aas");
  }

  @Test
  void whyOfAPostThatIsGoneSaysWhatWasKept() {
    line.at("09:00").post("1", "varmepumpe?").delete("1");

    String why = line.says("liv", "why " + line.ticket("1").id()).toString();

    assertThat(why).contains("Innlegget er borte der ute", "versjon 1: heat pumps");
    assertThat(why).doesNotContain("“varmepumpe”");
  }
}
