package no.grenselos.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.expert.Handle;

/**
 * Goes through whatever the company shows to people, opens every form that stands there, changes
 * whatever can be changed in it, and presses whatever can be pressed.
 *
 * @param texts what is filled in
 */
record Visitor(TimeLine line, Showroom room, Supplier<String> texts) {
  /** Something to press: by whom, on what. */
  record Offer(String who, Press press, ChatEvent.On on) {}

  private static ChatUser user(String who) {
    return new ChatUser(TimeLine.handle(who), who);
  }

  /** What can be pressed on the cards as they are. */
  List<Offer> onCards() {
    List<Offer> offers = new ArrayList<>();
    for (ScriptedHouse.Shown shown : line.slack.all()) {
      String who = reader(shown.place());
      ChatEvent.On on = new ChatEvent.On.Card(shown.id());
      Card card = shown.card();
      offers.addAll(offers(who, on, card.buttons(), card.more()));
    }
    return offers;
  }

  List<Offer> onPage(String who, Page page) {
    ChatEvent.On nothing = new ChatEvent.On.Nothing();
    return page.blocks().stream()
        .filter(Page.Block.Row.class::isInstance)
        .map(Page.Block.Row.class::cast)
        .flatMap(row -> offers(who, nothing, row.buttons(), row.more()).stream())
        .toList();
  }

  private static List<Offer> offers(
      String who, ChatEvent.On on, List<Card.Button> buttons, List<Card.Choice> more) {
    Stream<Offer> pressed =
        buttons.stream()
            .filter(Card.Button.Act.class::isInstance)
            .map(Card.Button.Act.class::cast)
            .map(act -> new Offer(who, act.press(), act.on() == null ? on : act.on()));
    Stream<Offer> chosen =
        more.stream().map(one -> new Offer(who, one.press(), one.on() == null ? on : one.on()));
    return Stream.concat(pressed, chosen).toList();
  }

  private static String reader(Place place) {
    return switch (place) {
      case Place.Direct direct -> who(direct.to());
      case Place.Channel channel -> channel.name().equals("#kundeservice") ? "ida" : "rag";
    };
  }

  private static String who(Handle handle) {
    return handle.id().substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  /** Opens its form, if it has one, and changes whatever can be changed there. */
  void look(Offer offer) {
    room.offered(offer.press());
    offer
        .press()
        .form()
        .ifPresent(kind -> {
          Optional<Form> form = line.desk.open(kind, offer.on(), user(offer.who()), Map.of());
          form.ifPresent(opened -> look(offer.who(), opened, Map.of()));
        });
  }

  void look(String who, Form form, Map<String, String> kept) {
    room.show(form, kept);
    for (Form.Field field : form.fields()) {
      switch (field) {
        case Form.Field.Text text when text.live() -> changed(who, form, text.id(), fill(text));
        case Form.Field.OneOf one when one.live() ->
            changed(who, form, one.id(), one.options().getLast().value());
        case Form.Field.Knob knob -> knob(who, form, knob);
        default -> {}
      }
    }
  }

  private void changed(String who, Form form, String field, String value) {
    Map<String, String> values = new HashMap<>(filled(form));
    values.put(field, value);
    line.desk
        .changed(form.kind(), form.on(), user(who), values)
        .ifPresent(anew -> room.show(anew, values));
  }

  private void knob(String who, Form form, Form.Field.Knob knob) {
    room.offered(knob.press());
    if (knob.press().form().filter(form.kind()::equals).isPresent()) {
      changed(who, form, Form.Field.KNOB, knob.on().toString());
    }
  }

  private void submit(String who, Form form, Map<String, String> values) {
    line.desk
        .submitted(room.next(), user(who), form.kind(), form.on(), values)
        .values()
        .forEach(room::show);
  }

  /** Sends its form, or presses it alone. */
  void press(Offer offer) {
    Optional<Form> form =
        offer
            .press()
            .form()
            .flatMap(kind -> line.desk.open(kind, offer.on(), user(offer.who()), Map.of()));
    if (form.isPresent()) {
      submit(offer.who(), form.get(), Map.of());
      submit(offer.who(), form.get(), filled(form.get()));
    } else {
      offer
          .press()
          .action()
          .ifPresent(action ->
              line.desk.happened(Deeds.event(line, room.next(), offer.who(), offer.on(), action)));
    }
    line.settle();
  }

  private Map<String, String> filled(Form form) {
    Map<String, String> values = new HashMap<>();
    for (Form.Field field : form.fields()) {
      switch (field) {
        case Form.Field.Text text -> values.put(text.id(), fill(text));
        case Form.Field.Person person -> values.put(person.id(), "UBEN");
        case Form.Field.OneOf one ->
            values.put(
                one.id(), one.chosen() == null ? one.options().getFirst().value() : one.chosen());
        case Form.Field.ManyOf many -> values.put(many.id(), many.options().getFirst().value());
        case Form.Field.Day day -> values.put(day.id(), "2026-09-18");
        case Form.Field.Time time ->
            values.put(time.id(), time.chosen() == null ? "08:30" : time.chosen().toString());
        case Form.Field.Words words -> {}
        case Form.Field.Quote quote -> {}
        case Form.Field.Knob knob -> {}
      }
    }
    return values;
  }

  private String fill(Form.Field.Text text) {
    String words = texts.get();
    return words.substring(0, Math.min(text.maxLength(), words.length()));
  }
}
