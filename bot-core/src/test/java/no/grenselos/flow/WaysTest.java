package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same done by button, emoji, form, command, list and home ends the same. */
class WaysTest {
  /**
   * @param first what is done before, on the scene's card
   */
  private record Same(
      String what, String who, Scenes scene, List<ChatAction> first, Map<String, Ways.Way> ways) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Same> all() {
    ChatAction claim = new TicketAction.Claim();
    return List.of(
        new Same(
            "an expert takes what they are asked about",
            "ana",
            Scenes.ASKED,
            List.of(),
            Map.of(
                "card", Ways.card(Press.CLAIM),
                "emoji", Ways.emoji(Press.CLAIM),
                "home", Ways.home(Press.CLAIM),
                "link", Ways.link(Press.CLAIM))),
        new Same(
            "customer service takes a complaint",
            "ida",
            Scenes.COMPLAINT,
            List.of(),
            Map.of(
                "card", Ways.card(Press.CLAIM),
                "emoji", Ways.emoji(Press.CLAIM),
                "board", Ways.board(Press.CLAIM),
                "command", Ways.said("kø", Press.CLAIM),
                "link", Ways.link(Press.CLAIM))),
        new Same(
            "not mine",
            "ana",
            Scenes.ASKED,
            List.of(),
            Map.of(
                "card", Ways.card(Press.PASS),
                "emoji", Ways.emoji(Press.PASS),
                "home", Ways.home(Press.PASS),
                "form", Ways.form(FormKind.PASS_TO, Map.of()))),
        new Same(
            "later",
            "ana",
            Scenes.ASKED,
            List.of(),
            Map.of(
                "card", Ways.card(Press.LATER),
                "emoji", Ways.emoji(Press.LATER),
                "home", Ways.home(Press.LATER))),
        new Same(
            "I answered",
            "ana",
            Scenes.ASKED,
            List.of(claim),
            Map.of(
                "card", Ways.card(Press.ANSWERED),
                "emoji", Ways.emoji(Press.ANSWERED),
                "home", Ways.home(Press.ANSWERED),
                "form", Ways.form(FormKind.ANSWERED, Map.of()))),
        new Same(
            "an expert gives it back",
            "ana",
            Scenes.ASKED,
            List.of(claim),
            Map.of(
                "card", Ways.card(Press.RELEASE),
                "emoji", Ways.emoji(Press.PASS),
                "emoji taken away", Ways.takenAway(Press.CLAIM),
                "home", Ways.home(Press.RELEASE))),
        new Same(
            "customer service gives it back",
            "ida",
            Scenes.TAKEN,
            List.of(),
            Map.of(
                "card", Ways.card(Press.RELEASE),
                "emoji", Ways.emoji(Press.PASS),
                "emoji taken away", Ways.takenAway(Press.CLAIM),
                "command", Ways.said("kø mine", Press.RELEASE))),
        new Same(
            "not answered after all",
            "ida",
            Scenes.ANSWERED,
            List.of(),
            Map.of(
                "card", Ways.card(Press.TAKE_BACK, new TicketAction.TakeBack(Press.ANSWERED)),
                "emoji taken away", Ways.takenAway(Press.ANSWERED))),
        new Same(
            "a colleague gets it",
            "ida",
            Scenes.TAKEN,
            List.of(),
            Map.of(
                "hand over", Ways.form(FormKind.HAND_OVER, Map.of("colleague", "UBEN")),
                "give", Ways.form(FormKind.GIVE, Map.of("colleague", "UBEN", "team", "-")))),
        new Same(
            "more like this",
            "ana",
            Scenes.ASKED,
            List.of(),
            Map.of(
                "card", Ways.card(Press.MORE_LIKE_THIS),
                "emoji", Ways.emoji(Press.MORE_LIKE_THIS),
                "form", Ways.form(FormKind.MORE_LIKE_THIS, Map.of("topic", "heat-pumps")))),
        new Same(
            "a day of rest",
            "ana",
            Scenes.ASKED,
            List.of(),
            Map.of(
                "home", Ways.home(Press.REST_TODAY),
                "command", Ways.said("pause today"),
                "form", Ways.form(FormKind.MY_REST, Map.of("day", "2026-09-16")))),
        new Same(
            "a topic more",
            "ana",
            Scenes.PROPOSAL,
            List.of(),
            Map.of(
                "card", Ways.direct(Press.ADD_TOPIC),
                "home", Ways.home(Press.ADD_TOPIC),
                "form", Ways.form(FormKind.MY_TOPICS, Map.of("topics", "heat-pumps,outages")))),
        new Same(
            "a topic less",
            "ana",
            Scenes.OWN_TOPIC,
            List.of(),
            Map.of(
                "home",
                Ways.home(Press.STOP_TOPIC),
                "form",
                Ways.form(FormKind.MY_TOPICS, Map.of()))),
        new Same(
            "the pause is over",
            "adm",
            Scenes.PAUSED,
            List.of(),
            Map.of(
                "home", Ways.home(Press.GO_ON),
                "button of the command", Ways.said("storm", Press.GO_ON),
                "command", Ways.said("storm off"))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyWayEndsTheSame(Same same) {
    Map<String, Picture> ends =
        same.ways().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, way -> end(same, way.getValue())));

    assertThat(ends.values().stream().distinct())
        .as(ends.toString().replace(", ", "\n"))
        .hasSize(1);
    assertThat(ends.values()).doesNotContain(end(same, (line, who, on) -> {}));
  }

  private static Picture end(Same same, Ways.Way way) {
    try (TimeLine line = Company.open()) {
      ChatEvent.On on = same.scene().set(line, same.who());
      same.first().forEach(action -> Ways.act(line, same.who(), on, action));
      way.go(line.at("09:01"), same.who(), on);
      return Picture.kept(line);
    }
  }
}
