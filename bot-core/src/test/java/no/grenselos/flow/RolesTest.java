package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.HouseChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what, for everything there is to do and everybody there is; and that twice is once.
 */
class RolesTest {
  static List<Deeds.Deed> deeds() {
    return Deeds.ALL;
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void othersAreRefusedAndToldSo(Deeds.Deed deed) {
    try (TimeLine line = Company.open()) {
      ChatEvent.On on = deed.scene().set(line, "stranger");
      for (String who : Company.PEOPLE.keySet()) {
        if (deed.may().contains(who)) continue;
        if (deed.scene().isPersonal()) on = deed.scene().set(line, who);
        Picture before = Picture.whole(line);
        int said = line.slack.whispers().size();

        tell(line, Deeds.event(line, "deed of " + who, who, on, deed.action()));

        assertThat(Picture.whole(line)).as(who).isEqualTo(before);
        assertThat(line.slack.whispers().stream().skip(said))
            .as(who)
            .singleElement()
            .asString()
            .matches(TimeLine.handle(who).id() + ": \\S+ .{10,}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void whoMayDoesItOnceHoweverOftenItIsSaid(Deeds.Deed deed) {
    for (String who : deed.may()) {
      try (TimeLine line = Company.open()) {
        ChatEvent.On on = deed.scene().set(line, who);
        ChatEvent event = Deeds.event(line, "deed", who, on, deed.action());
        Picture before = Picture.whole(line);
        tell(line, event);
        Picture once = Picture.whole(line);
        assertThat(once).as(who).isNotEqualTo(before);

        tell(line, deed.anew() ? event : again(event));

        assertThat(Picture.whole(line)).as(who).isEqualTo(once);
      }
    }
  }

  private static ChatEvent again(ChatEvent event) {
    return new ChatEvent("again", event.who(), event.on(), event.action(), event.at());
  }

  private static void tell(TimeLine line, ChatEvent event) {
    line.desk.happened(event);
    line.settle();
  }

  @Test
  void everyActionOfPeopleStandsInTheTable() {
    Set<Class<?>> known =
        Deeds.ALL.stream().map(deed -> deed.action().getClass()).collect(Collectors.toSet());

    assertThat(actions(ChatAction.class)).allMatch(known::contains);
  }

  /** What the house tells of itself nobody can press. */
  private static Stream<Class<?>> actions(Class<?> group) {
    if (group == HouseChange.class) return Stream.of();
    return group.isSealed()
        ? Arrays.stream(group.getPermittedSubclasses()).flatMap(RolesTest::actions)
        : Stream.of(group);
  }

  @Test
  void theDocumentedTableIsThisOne() throws IOException {
    assertThat(Files.readString(Path.of("../docs/slack.md"))).contains(table());
  }

  private static String table() {
    String heads = String.join(" | ", Company.PEOPLE.values());
    String rule = " --- |".repeat(Company.PEOPLE.size());
    String rows =
        Deeds.ALL.stream()
            .map(deed -> "| " + deed.what() + " | " + marks(deed) + " |")
            .collect(Collectors.joining("\n"));
    return "| to | " + heads + " |\n| --- |" + rule + "\n" + rows + "\n";
  }

  private static String marks(Deeds.Deed deed) {
    return Company.PEOPLE.keySet().stream()
        .map(who -> deed.may().contains(who) ? "yes" : "")
        .collect(Collectors.joining(" | "));
  }
}
