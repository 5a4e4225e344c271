package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;

/** The ways in which somebody does something; what they press must stand where they press it. */
final class Ways {
  /** One way to do it. */
  interface Way {
    void go(TimeLine line, String who, ChatEvent.On on);
  }

  private Ways() {}

  static void act(TimeLine line, String who, ChatEvent.On on, ChatAction action) {
    line.desk.happened(Deeds.event(line, "act " + action, who, on, action));
    line.settle();
  }

  static Way card(Press press) {
    return card(press, press.action().orElseThrow());
  }

  /** The press must stand there. */
  static Way card(Press press, ChatAction action) {
    return (line, who, on) -> {
      ChatEvent.On.Card card = (ChatEvent.On.Card) on;
      Card shown = shown(line, card).card();
      assertThat(Stream.concat(buttons(shown.buttons()), choices(shown))).contains(press);
      act(line, who, on, action);
    };
  }

  private static Stream<Press> choices(Card card) {
    return card.more().stream().map(Card.Choice::press);
  }

  private static Stream<Press> buttons(List<Card.Button> buttons) {
    return acts(buttons).map(Card.Button.Act::press);
  }

  private static Stream<Card.Button.Act> acts(List<Card.Button> buttons) {
    return buttons.stream()
        .filter(Card.Button.Act.class::isInstance)
        .map(Card.Button.Act.class::cast);
  }

  private static ScriptedHouse.Shown shown(TimeLine line, ChatEvent.On.Card card) {
    return line.slack.all().stream().filter(one -> one.id().equals(card.id())).findFirst().get();
  }

  static Way emoji(Press press) {
    return (line, who, on) -> onMessage(line, who, on, press.action().orElseThrow());
  }

  static Way takenAway(Press press) {
    return (line, who, on) -> onMessage(line, who, on, new TicketAction.TakeBack(press));
  }

  private static void onMessage(TimeLine line, String who, ChatEvent.On on, ChatAction action) {
    var ref = shown(line, (ChatEvent.On.Card) on).ref();
    act(line, who, new ChatEvent.On.Message(ref), action);
  }

  static Way form(FormKind kind, Map<String, String> values) {
    return (line, who, on) -> {
      ChatUser user = new ChatUser(TimeLine.handle(who), who);
      assertThat(line.desk.submitted("form", user, kind, on, values)).isEmpty();
      line.settle();
    };
  }

  static Way home(Press press) {
    return (line, who, on) -> press(line, who, on, press, buttons(line.home(who)));
  }

  static Way said(String words) {
    return (line, who, on) -> line.says(who, words);
  }

  static Way said(String words, Press press) {
    return (line, who, on) -> press(line, who, on, press, buttons(line.says(who, words)));
  }

  /** Below a link to the post that somebody shared. */
  static Way link(Press press) {
    return (line, who, on) -> {
      ChatUser user = new ChatUser(TimeLine.handle(who), who);
      URI post = URI.create("https://mastodon.example/@kari/1");
      press(line, who, on, press, line.desk.about(user, post).orElseThrow().buttons());
    };
  }

  /** On the newest card in their own messages. */
  static Way direct(Press press) {
    return (line, who, on) -> {
      var shown = line.slack.in(TimeLine.with(who)).getLast();
      press(line, who, new ChatEvent.On.Card(shown.id()), press, shown.card().buttons());
    };
  }

  static Way board(Press press) {
    return (line, who, on) -> press(line, who, on, press, line.board(TimeLine.CARE).buttons());
  }

  private static List<Card.Button> buttons(Page page) {
    return page.blocks().stream()
        .filter(Page.Block.Row.class::isInstance)
        .flatMap(row -> ((Page.Block.Row) row).buttons().stream())
        .toList();
  }

  /** The press must stand there; what it is about stands with it. */
  private static void press(
      TimeLine line, String who, ChatEvent.On on, Press press, List<Card.Button> there) {
    Card.Button.Act button =
        acts(there).filter(act -> act.press() == press).findFirst().orElseThrow();
    act(line, who, button.on() == null ? on : button.on(), press.action().orElseThrow());
  }
}
