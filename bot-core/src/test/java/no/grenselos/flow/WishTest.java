package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.lesson.Taught;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "More like this", "fewer like this". */
class WishTest {
  private static final ChatAction MORE = new TicketAction.MoreLikeThis(null);
  private static final ChatAction LESS = new TicketAction.LessLikeThis(null);

  private final TimeLine line = new TimeLine();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void everyCardOffersBothInItsMenu() {
    line.at("09:00").post("1", "varmepumpe?").post("2", "elendig service");

    assertThat(menu(line.card("ana"))).contains("More like this", "Fewer like this");
    assertThat(menu(line.card(TimeLine.CARE))).contains("Flere slike", "Færre slike");
    line.does("ana", new TicketAction.Claim());
    assertThat(menu(line.card("ana"))).contains("More like this", "Fewer like this");
    line.delete("1");
    assertThat(menu(line.card("ana"))).isEmpty();
  }

  @Test
  void pressingTwiceTeachesOnceAndIsThankedFor() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", MORE).does("ana", MORE);

    assertThat(inForce()).containsExactly(Kind.MORE_LIKE_THIS);
    assertThat(taught()).hasSize(1);
    assertThat(taught().getFirst().lesson().topic()).isEqualTo(TimeLine.HEAT_PUMPS);
    assertThat(line.slack.whispers())
        .contains("UANA: Thanks: posts like this will find you more easily.");
  }

  @Test
  void theOppositePressTakesTheEarlierBack() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", MORE).does("ana", LESS);
    assertThat(inForce()).containsExactly(Kind.TAKEN_BACK, Kind.LESS_LIKE_THIS);

    line.does("ana", MORE);
    assertThat(taught())
        .extracting(taught -> taught.lesson().kind())
        .containsExactly(
            Kind.MORE_LIKE_THIS,
            Kind.TAKEN_BACK,
            Kind.LESS_LIKE_THIS,
            Kind.TAKEN_BACK,
            Kind.MORE_LIKE_THIS);
  }

  @Test
  void twoOwnersMayWishDifferently() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", MORE);
    line.does("ben", line.slack.in(TimeLine.with("ana")).getFirst(), LESS);

    assertThat(inForce()).containsExactly(Kind.MORE_LIKE_THIS, Kind.LESS_LIKE_THIS);
  }

  @Test
  void whoOwnsNoTopicIsToldKindlyAndTeachesNothing() {
    line.at("09:00").post("1", "elendig service");
    line.does("ida", TimeLine.CARE, MORE);
    line.does("ana", TimeLine.CARE, new TicketAction.MoreLikeThis(TimeLine.BILLS));

    assertThat(taught()).isEmpty();
    assertThat(line.slack.whispers())
        .hasSize(2)
        .allSatisfy(said -> assertThat(said).contains("de som har sagt ja til temaet"));
    assertThat(form("ida", TimeLine.CARE)).isEmpty();
  }

  @Test
  void whoOwnsOnlyThePostsTopicIsNotAskedWhich() {
    line.at("09:00").post("1", "varmepumpe?");

    assertThat(form("ana", TimeLine.with("ana"))).isEmpty();
  }

  @Test
  void aPostOfNoTopicAndAnOwnerOfSeveralAreAskedWhich() {
    line.at("09:00").post("1", "elendig service").post("2", "varmepumpe?");

    assertThat(topics(form("ana", TimeLine.CARE))).containsExactly("heat-pumps");
    assertThat(topics(form("siri", TimeLine.CARE))).containsExactly("heat-pumps", "bills");
    assertThat(topics(form("siri", TimeLine.with("ana")))).containsExactly("heat-pumps", "bills");
  }

  @Test
  void theAnsweredFormTeachesTheChosenTopic() {
    line.at("09:00").post("1", "elendig service");
    ScriptedHouse.Shown card = line.slack.in(TimeLine.CARE).getFirst();
    ChatUser siri = new ChatUser(TimeLine.handle("siri"), "");

    assertThat(submit(siri, card, Map.of("topic", "no-such"))).containsKey("topic");
    assertThat(submit(siri, card, Map.of("topic", "bills"))).isEmpty();
    line.settle();

    assertThat(taught())
        .singleElement()
        .satisfies(taught -> {
          assertThat(taught.lesson().kind()).isEqualTo(Kind.LESS_LIKE_THIS);
          assertThat(taught.lesson().topic()).isEqualTo(TimeLine.BILLS);
          assertThat(taught.text()).isEqualTo("elendig service");
        });
  }

  @Test
  void aWishCanBeTakenBack() {
    line.at("09:00").post("1", "varmepumpe?");
    line.does("ana", MORE).does("ana", new TicketAction.TakeBack(Press.MORE_LIKE_THIS));

    assertThat(inForce()).containsExactly(Kind.TAKEN_BACK);
  }

  private Map<String, String> submit(
      ChatUser who, ScriptedHouse.Shown card, Map<String, String> values) {
    ChatEvent.On on = new ChatEvent.On.Card(card.id());
    return line.desk.submitted("s" + values, who, FormKind.LESS_LIKE_THIS, on, values);
  }

  private Optional<Form> form(String who, Place place) {
    ChatEvent.On on = new ChatEvent.On.Card(line.slack.in(place).getFirst().id());
    ChatUser user = new ChatUser(TimeLine.handle(who), "");
    return line.desk.open(FormKind.MORE_LIKE_THIS, on, user, Map.of());
  }

  private static List<String> topics(Optional<Form> form) {
    return form.orElseThrow().fields().stream()
        .filter(Form.Field.OneOf.class::isInstance)
        .flatMap(field -> ((Form.Field.OneOf) field).options().stream())
        .map(Form.Field.Option::value)
        .toList();
  }

  private static List<String> menu(Card card) {
    return card.more().stream().map(Card.Choice::label).toList();
  }

  private List<Taught> taught() {
    return line.store.read(books -> books.lessons().after(0, 500));
  }

  private List<Kind> inForce() {
    return taught().stream().filter(Taught::inForce).map(t -> t.lesson().kind()).toList();
  }
}
