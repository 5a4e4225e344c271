package no.grenselos.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import no.grenselos.expert.Handle;

/**
 * Any card, page and form, with any text in them.
 *
 * @param somebody who is named and chosen
 */
public record AnyCard(AnyText any, Handle somebody) {
  private static final ChatEvent.On ABOUT =
      new ChatEvent.On.About(new Subject.Thing("memory", "x".repeat(100)));

  private Arbitrary<String> text() {
    return any.text();
  }

  private Arbitrary<Span> span() {
    var moment = Arbitraries.longs().between(-10, 5_000_000_000L).map(Instant::ofEpochSecond);
    var person = text().map(name -> new ChatUser(somebody, name)).map(Span.Person::new);
    return Arbitraries.oneOf(
        text().map(Span.Plain::new),
        text().map(Span.Strong::new),
        Combinators.combine(text(), any.address()).as(Span.Link::new),
        person,
        moment.map(Span.Moment::new));
  }

  private Arbitrary<Part.Post> post() {
    return Combinators.combine(text(), any.address(), text()).as(Part.Post::new);
  }

  private Arbitrary<Part.Picture> picture() {
    var png =
        Combinators.combine(
                Arbitraries.integers().between(1, Png.WIDEST),
                Arbitraries.integers().between(0, Png.LARGEST - AnyPng.LEAST))
            .as(AnyPng::of);
    return Combinators.combine(png, text().filter(words -> !words.isBlank())).as(Part.Picture::new);
  }

  private Arbitrary<Part> part() {
    return Arbitraries.oneOf(
        span().list().ofMaxSize(15).map(Part.Line::new),
        span().list().ofMaxSize(15).map(Part.Small::new),
        picture(),
        post());
  }

  private Arbitrary<Card.Button> button() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Press.class), text(), Arbitraries.of(true, false))
            .as(Card.Button.Act::new),
        Combinators.combine(text(), any.address()).as(Card.Button.Go::new));
  }

  public Arbitrary<Card> card() {
    var choices = Combinators.combine(Arbitraries.of(Press.class), text()).as(Card.Choice::new);
    return Combinators.combine(
            text(),
            part().list().ofMaxSize(60),
            button().list().ofMaxSize(3),
            choices.list().ofMaxSize(14),
            text())
        .as(Card::new);
  }

  /** Pages of more than a message holds. */
  public Arbitrary<Page> page() {
    var on = Arbitraries.<ChatEvent.On>of(new ChatEvent.On.Nothing(), ABOUT);
    var buttons =
        Combinators.combine(Arbitraries.of(Press.class), text(), Arbitraries.of(true, false), on)
            .as((press, label, main, about) ->
                (Card.Button) new Card.Button.Act(press, label, main, about));
    var choices = Combinators.combine(Arbitraries.of(Press.class), text(), on).as(Card.Choice::new);
    Arbitrary<Page.Block> block =
        Arbitraries.frequencyOf(
            Tuple.of(2, text().map(Page.Block.Heading::new)),
            Tuple.of(6, part().map(Page.Block.Show::new)),
            Tuple.of(1, Arbitraries.just(new Page.Block.Divider())),
            Tuple.of(
                4,
                Combinators.combine(
                        span().list().ofMaxSize(6),
                        Arbitraries.oneOf(buttons, button()).list().ofMaxSize(5),
                        choices.list().ofMaxSize(5))
                    .as(Page.Block.Row::new)));
    return block.list().ofMaxSize(130).map(Page::new);
  }

  public Arbitrary<Form> form() {
    var words =
        Arbitraries.oneOf(text().map(Form.Field.Words::new), post().map(Form.Field.Quote::new));
    var input =
        Arbitraries.oneOf(
            Combinators.combine(text(), text(), Arbitraries.integers().between(1, 3000))
                .as((label, hint, max) ->
                    Form.Field.Text.lines("x", label, hint, max).mayBeEmpty()),
            text().map(label -> new Form.Field.Person("x", label, false)),
            Combinators.combine(text(), text().list().ofMinSize(1).ofMaxSize(100))
                .as((label, options) -> new Form.Field.OneOf("x", label, numbered(options))),
            Combinators.combine(text(), text().list().ofMinSize(1).ofMaxSize(100))
                .as((label, options) ->
                    new Form.Field.ManyOf("x", label, numbered(options), Set.of("v0"), true)),
            Combinators.combine(text(), text())
                .as((label, said) -> Form.Field.Text.lines("x", label, "", 3000).with(said)),
            Combinators.combine(text(), text(), Arbitraries.integers().between(1, 3000))
                .as((label, said, max) ->
                    Form.Field.Text.line("x", label, said, max).with(said).told()),
            Combinators.combine(text(), text().list().ofMinSize(1).ofMaxSize(100))
                .as((label, options) ->
                    new Form.Field.OneOf("x", label, numbered(options), "v0", true)),
            text().map(label -> new Form.Field.Person("x", label, true, somebody)),
            text().map(label -> new Form.Field.Day("x", label, LocalDate.of(2026, 12, 24), true)),
            text().map(label -> new Form.Field.Time("x", label, LocalTime.of(8, 30), false)),
            text()
                .map(label ->
                    new Form.Field.Knob(Press.HAND_OVER, label, new ChatEvent.On.Nothing())));
    Arbitrary<List<Form.Field>> many =
        text()
            .map(label -> (Form.Field) Form.Field.Text.line("x", label, "", 100).mayBeEmpty())
            .list()
            .ofMinSize(94)
            .ofMaxSize(130);
    Arbitrary<List<Form.Field>> fields =
        Combinators.combine(
                words.list().ofMaxSize(5),
                Arbitraries.frequencyOf(Tuple.of(12, input.list().ofMaxSize(6)), Tuple.of(1, many)))
            .as((shown, asked) -> {
              List<Form.Field> all = new ArrayList<>(shown);
              for (int i = 0; i < asked.size(); i++) all.add(named("field" + i, asked.get(i)));
              return all;
            });
    return Combinators.combine(Arbitraries.of(FormKind.class), text(), text(), text(), fields)
        .as((kind, title, submit, cancel, all) ->
            new Form(kind, new ChatEvent.On.Card(new PlacementId(12)), title, submit, cancel, all));
  }

  private static List<Form.Field.Option> numbered(List<String> labels) {
    List<Form.Field.Option> options = new ArrayList<>();
    for (String label : labels) options.add(new Form.Field.Option("v" + options.size(), label));
    return options;
  }

  private static Form.Field named(String id, Form.Field field) {
    return switch (field) {
      case Form.Field.Text text ->
          new Form.Field.Text(
              id,
              text.label(),
              text.hint(),
              text.initial(),
              text.multiline(),
              text.optional(),
              text.live(),
              text.maxLength());
      case Form.Field.Person person ->
          new Form.Field.Person(id, person.label(), person.optional(), person.chosen());
      case Form.Field.OneOf one ->
          new Form.Field.OneOf(id, one.label(), one.options(), one.chosen(), one.live());
      case Form.Field.ManyOf many ->
          new Form.Field.ManyOf(id, many.label(), many.options(), many.chosen(), many.optional());
      case Form.Field.Day day -> new Form.Field.Day(id, day.label(), day.chosen(), day.optional());
      case Form.Field.Time time ->
          new Form.Field.Time(id, time.label(), time.chosen(), time.optional());
      case Form.Field.Knob knob -> knob;
      case Form.Field.Words words -> words;
      case Form.Field.Quote quote -> quote;
    };
  }
}
