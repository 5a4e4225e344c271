package no.grenselos.chat.slack;

import java.net.URI;
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
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Handle;

/** Any card and any form, with any text in them: short, huge, empty, hostile, in all scripts. */
final class AnyCard {
  static final List<String> HOSTILE =
      List.of(
          "<!channel> <!everyone> <!subteam^S1|x>",
          "<@U0ANA> @here <#C1|general>",
          "<https://evil.example|https://bank.no>",
          "*bold* _it_ ~gone~ `code` ```block``` > quote :smile: :eyes:",
          "&lt;!channel&gt; &amp; & < >",
          "\u202Eexe.gnp\u202C \u2066\u2067\u2068 unclosed \u200E\u200F\u061C",
          "שלום <@U0ANA> עולם\nabc مرحبا\n\u2069\u2069",
          "a\u200Bb\uFEFFc\u2060d\u00ADe\u034Ff\u3164g\u2800h",
          "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A",
          "\uD83D lone \uDC68 surrogates",
          "👩‍👩‍👧‍👦👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇴",
          "\u0000\u0007\u001B[31m\r\n\n\n\n\u2028\u2029\u0085x",
          "   ",
          "");

  private AnyCard() {}

  static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.of(HOSTILE),
        Arbitraries.strings().all().ofMaxLength(60),
        Arbitraries.strings().withChars("אבג 👩‍🚒e\u0301\n<&*").ofMaxLength(400),
        Arbitraries.of(HOSTILE).flatMap(s -> Arbitraries.integers().between(1, 900).map(s::repeat)),
        Arbitraries.integers().between(1, 14_000).map("🧑‍🚒"::repeat));
  }

  static Arbitrary<URI> address() {
    return Arbitraries.of(
        URI.create("https://mastodon.example/@per/1?a=1&b=2"),
        URI.create("http://www.xn--brum-ora.example/%3C!channel%3E"),
        URI.create("javascript:alert(1)"),
        URI.create("mailto:per@example.org"),
        URI.create("https://bank.no@evil.example/"),
        URI.create("slack://channel?id=C1"),
        URI.create("https://long.example/" + "a".repeat(4_000)));
  }

  private static Arbitrary<Span> span() {
    var moment = Arbitraries.longs().between(-10, 5_000_000_000L).map(Instant::ofEpochSecond);
    var person =
        text().map(name -> new ChatUser(new Handle("slack", "U0BEN"), name)).map(Span.Person::new);
    return Arbitraries.oneOf(
        text().map(Span.Plain::new),
        text().map(Span.Strong::new),
        Combinators.combine(text(), address()).as(Span.Link::new),
        person,
        moment.map(Span.Moment::new));
  }

  private static Arbitrary<Part.Post> post() {
    return Combinators.combine(text(), address(), text()).as(Part.Post::new);
  }

  private static Arbitrary<Part> part() {
    return Arbitraries.oneOf(
        span().list().ofMaxSize(15).map(Part.Line::new),
        span().list().ofMaxSize(15).map(Part.Small::new),
        post());
  }

  private static Arbitrary<Card.Button> button() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Press.class), text(), Arbitraries.of(true, false))
            .as(Card.Button.Act::new),
        Combinators.combine(text(), address()).as(Card.Button.Go::new));
  }

  static Arbitrary<Card> card() {
    var choices = Combinators.combine(Arbitraries.of(Press.class), text()).as(Card.Choice::new);
    return Combinators.combine(
            text(),
            part().list().ofMaxSize(60),
            button().list().ofMaxSize(3),
            choices.list().ofMaxSize(14),
            text())
        .as(Card::new);
  }

  /** Pages of more than any house holds. */
  static Arbitrary<Page> page() {
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

  private static final ChatEvent.On ABOUT =
      new ChatEvent.On.About(new Subject.Thing("memory", "x".repeat(100)));

  static Arbitrary<Form> form() {
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
            text()
                .map(
                    label -> new Form.Field.Person("x", label, true, new Handle("slack", "U0BEN"))),
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
