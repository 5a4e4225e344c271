package no.grenselos.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.Card;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.InviteAction;
import no.grenselos.chat.Page;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Level;
import no.grenselos.feed.Fetch;
import no.grenselos.memory.Assistant;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Source;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.ticket.TicketState;

/**
 * Everything the product shows to people, made by the real features in a {@link StrangeCompany}:
 * for whoever draws it in a chat house.
 */
public final class Showroom implements AutoCloseable {
  private static final List<String> PEOPLE =
      List.of("ana", "ben", "siri", "mona", "ida", "lene", "rag", "adm", "stranger");

  /** Two of them and some words of ours make the longest post there is. */
  private static final int TEXT = 4_900;

  private static final int NAME = 500;

  /** One thing that people see. */
  public sealed interface Exhibit {
    record OfCard(Card card) implements Exhibit {}

    /**
     * @param kept values that come back beside those filled in
     */
    record OfForm(Form form, Map<String, String> kept) implements Exhibit {}

    /**
     * @param home whether it is somebody's home, else the answer to a command
     */
    record OfPage(Page page, boolean home) implements Exhibit {}

    /** Whispered, or said at a field of a form. */
    record Line(String text) implements Exhibit {}
  }

  private final TimeLine line;
  private final Supplier<String> texts;
  private final Visitor visitor;
  private final Set<Exhibit> exhibits = new LinkedHashSet<>();
  private final Set<FormKind> forms = EnumSet.noneOf(FormKind.class);
  private final Set<Press> presses = EnumSet.noneOf(Press.class);
  private final Set<Visitor.Offer> looked = new HashSet<>();
  private int events;

  /**
   * @param texts whatever people write, taken in turn; blank ones are no names
   */
  public Showroom(Locale language, List<String> texts) {
    this.texts = inTurn(texts, TEXT);
    Supplier<String> names =
        inTurn(texts.stream().map(text -> text.isBlank() ? "Å" : text.strip()).toList(), NAME);
    Assistant assistant =
        task -> new Assistant.Draft.Drafted(this.texts.get() + " ja.", task.sources());
    line = TimeLine.assistedBy(assistant, book -> new StrangeCompany(language, names).of(book));
    visitor = new Visitor(line, this, this.texts);
  }

  private static Supplier<String> inTurn(List<String> texts, int longest) {
    List<String> cut =
        texts.stream().map(t -> t.substring(0, Math.min(longest, t.length()))).toList();
    int[] next = {0};
    return () -> cut.get(next[0]++ % cut.size());
  }

  private void feedFails() {
    for (int minute = 0; minute <= 10; minute++) {
      line.feed.then(new Fetch.Failed(texts.get()));
      int unused = line.look();
      line.pass(Duration.ofMinutes(1));
    }
  }

  /** What is shown from the first post to the end of the week. */
  public Set<Exhibit> exhibits() {
    line.at("09:00");
    memory();
    posts();
    look();
    answers();
    look();
    for (Goal goal : Goal.values()) answered("ida", goal, "4");
    look();
    storm();
    look();
    rules();
    visitor.onCards().forEach(visitor::press);
    for (String who : PEOPLE) {
      // Siri only looks: somebody must be there for Friday's letter
      if (!who.equals("siri")) visitor.onPage(who, line.home(who)).forEach(visitor::press);
    }
    look();
    line.at("15:30").tells(new HouseChange.PersonGone(TimeLine.handle("ben")));
    feedFails();
    line.edit("1", texts.get() + " varmepumpe " + texts.get()).delete("3");
    look();
    answered("ida", Goal.SELL, "5");
    line.nextDay().at("09:00");
    look();
    pause();
    look();
    line.nextDay().at("10:00").nextDay().at("14:30");
    look();
    line.slack.all().forEach(shown -> shown.versions().forEach(c -> exhibits.add(card(c))));
    line.slack.whispers().forEach(said -> show(said.substring(said.indexOf(": ") + 2)));
    return exhibits;
  }

  private static Exhibit card(Card card) {
    return new Exhibit.OfCard(card);
  }

  private void posts() {
    act("adm", nothing(), propose("ben"));
    act("adm", nothing(), propose("stranger"));
    line.postBy(
        texts.get() + "x", "1", texts.get() + " Min varmepumpe brummer på veggen. " + texts.get());
    line.postByHand("2", "varmepumpe " + texts.get());
    line.postBy(texts.get() + "x", "3", "elendig " + texts.get());
    line.postBy(texts.get() + "x", "4", "elendig " + texts.get());
    line.pass(Duration.ofMinutes(20));
  }

  private static ChatAction propose(String who) {
    ChatUser person = new ChatUser(TimeLine.handle(who), who);
    return new InviteAction.Propose(person, Set.of(new TopicId("topic-7"), new TopicId("topic-8")));
  }

  /** Claimed, proposed, advised, asked about, given up. */
  private void answers() {
    ChatEvent.On first = about("1");
    act("ana", first, new TicketAction.Claim());
    look();
    line.level("ana", Level.DRAFT);
    act("ana", first, new ReplyAction.Reply(texts.get() + " svar."));
    look();
    line.level("ben", Level.ADVISE);
    line.post("5", "varmepumpe nummer fem");
    act("ben", about("5"), new ReplyAction.Reply(texts.get() + " råd."));
    line.post("6", "varmepumpe til noen andre " + texts.get());
    act(asked("6"), about("6"), new TicketAction.WrongTopic());
    act("ida", about("3"), new TicketAction.Claim());
    act("stranger", about("3"), new TicketAction.Claim());
    act("ida", about("3"), new CareAction.AskFact(TimeLine.HEAT_PUMPS, texts.get() + "?"));
    act("lene", nothing(), new AskAction.AskExpert(new ExpertId("siri"), texts.get() + "?", ""));
    Scenes.MUTED.set(line, "siri");
  }

  /** Somebody answers a post that serves the goal. */
  private void answered(String who, Goal goal, String post) {
    String id = post + goal.ordinal();
    line.post(id, StrangeCompany.word(goal) + " " + texts.get());
    act(who, about(id), new TicketAction.Claim());
    act(who, about(id), new TicketAction.Answered(null));
    line.pass(Duration.ofMinutes(5));
  }

  private String asked(String post) {
    return ((TicketState.Offered) line.ticket(post).state()).to().id();
  }

  /** Nobody is asked for an hour, in which somebody writes. */
  private void pause() {
    line.says("adm", "storm pause all 1h " + texts.get());
    line.post("20", "varmepumpe i pausen " + texts.get());
    look();
    line.pass(Duration.ofHours(2));
  }

  /** Somebody said something that fits before. */
  private void memory() {
    String title = texts.get();
    Kept.Draft said =
        new Kept.Draft(
            new Colleague("ana", "Ana"),
            List.of(TimeLine.HEAT_PUMPS),
            new Language("nb"),
            "Brummingen kommer av at varmepumpen står på veggen. " + texts.get(),
            new Source(
                Source.Kind.LETTER,
                title.substring(0, Math.min(Source.MAX_TITLE, title.length())),
                null,
                null,
                "letter"),
            line.now().minus(Duration.ofDays(200)));
    line.store.write(books -> books.memory().keep(said));
  }

  /** Changed by two at once, and looked back on. */
  private void rules() {
    act("adm", nothing(), Deeds.write("intent:spam"));
    act("adm", nothing(), Deeds.write("text:nokså"));
    act("adm", nothing(), new RuleAction.TryFirst((RuleAction) Deeds.write("text:ganske")));
    look();
    Page history = line.says("adm", "rules history");
    exhibits.add(new Exhibit.OfPage(history, false));
    visitor.onPage("adm", history).stream().filter(looked::add).toList().forEach(visitor::look);
  }

  private void storm() {
    for (int i = 10; i < 18; i++) {
      line.post("" + i, "varmepumpe nede, appen melder feil 404 i kveld nr" + i);
    }
    line.pass(Duration.ofMinutes(1));
  }

  private static ChatEvent.On nothing() {
    return new ChatEvent.On.Nothing();
  }

  private ChatEvent.On about(String post) {
    return new ChatEvent.On.About(new Subject.OfTicket(line.ticket(post).id()));
  }

  private void act(String who, ChatEvent.On on, ChatAction action) {
    line.desk.happened(Deeds.event(line, next(), who, on, action));
    line.settle();
  }

  /** Everybody looks at everything, and into every form they have not looked into before. */
  private void look() {
    List<Visitor.Offer> offers = new ArrayList<>(visitor.onCards());
    for (String who : PEOPLE) {
      Page home = line.home(who);
      exhibits.add(new Exhibit.OfPage(home, true));
      offers.addAll(visitor.onPage(who, home));
    }
    for (String who : List.of("ana", "ida", "adm", "stranger")) offers.addAll(say(who));
    offers.stream().filter(looked::add).toList().forEach(visitor::look);
  }

  private List<Visitor.Offer> say(String who) {
    List<Visitor.Offer> offers = new ArrayList<>();
    for (String verb : line.desk.room().features().verbs()) {
      for (String rest : List.of("", " T-1", " " + texts.get())) {
        ChatUser user = new ChatUser(TimeLine.handle(who), who);
        Page page = line.desk.said(next(), user, verb + rest);
        exhibits.add(new Exhibit.OfPage(page, false));
        offers.addAll(visitor.onPage(who, page));
      }
    }
    return offers;
  }

  void show(Form form, Map<String, String> kept) {
    forms.add(form.kind());
    exhibits.add(new Exhibit.OfForm(form, kept));
  }

  void show(String text) {
    exhibits.add(new Exhibit.Line(text));
  }

  void offered(Press press) {
    presses.add(press);
  }

  String next() {
    return "show " + ++events;
  }

  Set<FormKind> forms() {
    return forms;
  }

  Set<Press> presses() {
    return presses;
  }

  /** Kinds of cards that stood there. */
  Set<Object> cards() {
    Set<Object> kinds = new HashSet<>();
    line.slack
        .all()
        .forEach(shown ->
            line.store
                .read(books -> books.placements().find(shown.id()))
                .ifPresent(card -> kinds.add(kind(card))));
    return kinds;
  }

  Set<Object> allCards() {
    return line.desk.room().features().cards();
  }

  private static Object kind(Placement card) {
    return switch (card.subject()) {
      case Subject.OfTicket ticket -> card.role();
      case Subject.Thing thing -> thing.kind();
    };
  }

  @Override
  public void close() {
    line.close();
  }
}
