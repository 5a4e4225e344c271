package no.grenselos.flow;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.chart.ChartPainter;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.HouseChange;
import no.grenselos.chat.Page;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Crm;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.lesson.Pupil;
import no.grenselos.log.Relay;
import no.grenselos.memory.Assistant;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Account;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Store;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Aids;
import no.grenselos.work.CrmPort;
import no.grenselos.work.Equipment;
import no.grenselos.work.Outside;
import no.grenselos.work.Rules;

/**
 * A small company on a time line: what happens outside and inside at which moment, and what people
 * then see. Ana, Ben and Siri know heat pumps (and Siri bills), 08:00 to 16:00 in Oslo;
 * Kundeservice queues complaints. Every step works until nothing is due.
 */
final class TimeLine implements AutoCloseable {
  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  static final TopicId HEAT_PUMPS = new TopicId("heat-pumps");
  static final TopicId BILLS = new TopicId("bills");
  static final Place CARE = new Place.Channel("slack", "#kundeservice");

  /** A text that says so is read as a copy of that post. */
  private static final Pattern COPY = Pattern.compile("#rt(\\d+)");

  static final Place FALLBACK = new Place.Channel("slack", "#kommunikasjon");

  final ScriptedHouse slack = new ScriptedHouse("slack");
  final ScriptedHouse teams = new ScriptedHouse("teams");
  final ScriptedNetwork mastodon = new ScriptedNetwork();
  final ScriptedLookup outside = new ScriptedLookup();
  final ScriptedFeed feed = new ScriptedFeed();
  final Store store;
  final List<AuditLog.Entry> journal = new ArrayList<>();
  final Desk desk;
  final List<CrmPort.Case> cases = new ArrayList<>();

  /** The log that what the feed brings goes through; none, unless a test says so. */
  Optional<Relay> relay = Optional.empty();

  CrmPort.Told crmSays = new CrmPort.Told.Taken(null);
  private final Aids aids;
  private final LineTexts texts;
  private final TestClock clock;
  private Rules rules;
  private final Rounds rounds;
  private LocalDate today = LocalDate.of(2026, 9, 15);
  private int events;
  private int pages;

  TimeLine() {
    this(new Cap(3, 8));
  }

  TimeLine(Cap cap) {
    this(cap, book -> book);
  }

  /** A company with other rules. */
  TimeLine(UnaryOperator<RuleBook> change) {
    this(new Cap(3, 8), change);
  }

  /** A company that has an assistant draft answers. */
  static TimeLine assistedBy(Assistant assistant) {
    return assistedBy(assistant, book -> book);
  }

  static TimeLine assistedBy(Assistant assistant, UnaryOperator<RuleBook> change) {
    Aids aids = new Aids(Aids.plain().meanings(), Optional.of(assistant), Optional.empty());
    return new TimeLine(new MemoryStore(), new Cap(3, 8), change, aids);
  }

  /** A company that keeps everything there, and has an assistant. */
  static TimeLine on(Store store, Assistant assistant, UnaryOperator<RuleBook> change) {
    Aids aids = new Aids(Aids.plain().meanings(), Optional.of(assistant), Optional.empty());
    return new TimeLine(store, new Cap(3, 8), change, aids);
  }

  private TimeLine(Cap cap, UnaryOperator<RuleBook> change) {
    this(new MemoryStore(), cap, change, Aids.plain());
  }

  private TimeLine(Store store, Cap cap, UnaryOperator<RuleBook> change, Aids aids) {
    this.store = store;
    clock = new TestClock(today.atTime(9, 0).atZone(OSLO).toInstant());
    RuleBook book = change.apply(book(cap));
    texts = new LineTexts(book);
    this.aids =
        new Aids(
            aids.meanings(),
            aids.assistant(),
            Optional.of(texts),
            Optional.of(draft -> new Rules(draft, TimeLine::read, Router.of(draft, clock))),
            ChartPainter.NONE,
            Optional.of(URI.create("https://grenselos.example/console/insights")));
    for (var source : LineTexts.history(book, clock.instant().minus(Duration.ofDays(30))))
      store.write(books -> books.ruleBooks().add(source));
    obey(book);
    desk = new Desk(node(Pupil.NOBODY));
    rounds = new Rounds(desk, List.of(slack, teams), Runnable::run);
  }

  /** What a node needs to work on the same store. */
  Equipment node(Pupil pupil) {
    return new Equipment(
        store,
        () -> rules,
        new Outside(List.of(mastodon), List.of(outside)),
        "slack",
        clock,
        journal::add,
        pupil,
        Equipment.LEASE,
        this::crm,
        aids);
  }

  private CrmPort.Told crm(Crm.Webhook where, CrmPort.Case call) {
    cases.add(call);
    return crmSays;
  }

  private void obey(RuleBook book) {
    rules = new Rules(book, TimeLine::read, Router.of(book, clock));
  }

  /** The admin changes the rules. */
  TimeLine under(UnaryOperator<RuleBook> change) {
    RuleBook old = rules.book();
    rules.router().close();
    obey(change.apply(old));
    return this;
  }

  /** The expert goes so far from now on. */
  TimeLine level(String who, Level level) {
    return under(book ->
        new RuleBook(
            book.revision() + 1,
            book.house(),
            book.routes(),
            book.silences(),
            book.topics(),
            book.experts().stream().map(e -> e.id().id().equals(who) ? at(level, e) : e).toList(),
            book.teams()));
  }

  private static Expert at(Level level, Expert e) {
    return new Expert(
        e.id(),
        e.name(),
        e.title(),
        e.handles(),
        e.topics(),
        e.languages(),
        e.hours(),
        e.cap(),
        e.speaks(),
        Manner.of(level));
  }

  /** Every route asks for a colleague's yes from now on. */
  TimeLine approval() {
    return under(book ->
        new RuleBook(
            book.revision() + 1,
            book.house(),
            book.routes().stream().map(TimeLine::withApproval).toList(),
            book.silences(),
            book.topics(),
            book.experts(),
            book.teams()));
  }

  private static Route withApproval(Route route) {
    return CareRules.copy(route, route.claimFor(), route.fact(), true);
  }

  /** The expert is in the rule book no more. */
  TimeLine leaves(String who) {
    RuleBook old = rules.book();
    rules.router().close();
    obey(
        new RuleBook(
            old.revision() + 1,
            old.house(),
            old.routes(),
            old.silences(),
            old.topics(),
            old.experts().stream().filter(e -> !e.id().id().equals(who)).toList(),
            old.teams()));
    return this;
  }

  private static RuleBook book(Cap cap) {
    Hours hours =
        new Hours(
            Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(16, 0),
            OSLO);
    RuleBook.House house =
        new RuleBook.House(
            "Lyngheia Kraft",
            Locale.of("nb"),
            OSLO,
            List.of(new Account(ScriptedNetwork.NAME, "lyngheia")),
            "#kommunikasjon",
            Duration.ofMinutes(30));
    return new RuleBook(
        1,
        house,
        List.of(
            route("complaints", "intent:complaint", null, Lane.CARE, "#kundeservice"),
            route("heat pumps", null, HEAT_PUMPS, Lane.EXPERT, null)),
        List.of(),
        List.of(topic(HEAT_PUMPS, "Varmepumper", "Heat pumps"), topic(BILLS, "Regninger", "Bills")),
        List.of(
            expert("ana", "Ana Moen", "en", hours, cap),
            expert("ben", "Ben Dahl", "nb", hours, cap),
            alsoOn(BILLS, expert("siri", "Siri Lund", "nb", hours, cap))),
        List.of(
            new Team(
                "kundeservice",
                "Kundeservice",
                "#kundeservice",
                hours,
                Map.of(handle("ida"), "Ida Vik", handle("jon"), "Jon Berg")),
            new Team(
                "kommunikasjon",
                "Kommunikasjon",
                "#kommunikasjon",
                hours,
                Map.of(handle("liv"), "Liv Aas", handle("odd"), "Odd Eide"))));
  }

  private static Route route(String name, String when, TopicId topic, Lane lane, String channel) {
    boolean care = lane == Lane.CARE;
    Duration within = care ? Duration.ofHours(1) : null;
    return new Route(
        name, when, topic, lane, channel, null, within, null, null, care, "routes.yml:1");
  }

  private static Expert expert(String id, String name, String speaks, Hours hours, Cap cap) {
    return new Expert(
        new ExpertId(id),
        name,
        "",
        List.of(handle(id)),
        Set.of(HEAT_PUMPS),
        Set.of("nb", "en"),
        hours,
        cap,
        Locale.of(speaks));
  }

  private static Expert alsoOn(TopicId topic, Expert e) {
    return new Expert(
        e.id(),
        e.name(),
        e.title(),
        e.handles(),
        Set.of(HEAT_PUMPS, topic),
        e.languages(),
        e.hours(),
        e.cap(),
        e.speaks());
  }

  private static Topic topic(TopicId id, String nb, String en) {
    return new Topic(
        id, Map.of("nb", nb, "en", en), Map.of(), List.of(), List.of(), List.of(), List.of());
  }

  static Handle handle(String who) {
    return new Handle("slack", "U" + who.toUpperCase(Locale.ROOT));
  }

  static Place with(String who) {
    return new Place.Direct(handle(who));
  }

  private static Reading read(Mention mention) {
    if (mention.text().contains("poison")) throw new IllegalStateException("cannot read this");
    boolean english = mention.text().contains("heat pump");
    int at = mention.text().indexOf(english ? "heat pump" : "varmepumpe");
    List<TopicScore> topics =
        at < 0
            ? List.of()
            : List.of(
                new TopicScore(
                    HEAT_PUMPS, 0.9, List.of(new Evidence(at, at + 10, "varmepumpe", "keyword"))));
    Intent intent =
        mention.text().contains("elendig")
            ? Intent.COMPLAINT
            : mention.text().contains("tusen takk") ? Intent.PRAISE : Intent.QUESTION;
    Language language = new Language(english ? "en" : "nb");
    Matcher copy = COPY.matcher(mention.text());
    MentionId original = copy.find() ? new MentionId(ScriptedNetwork.NAME, copy.group(1)) : null;
    return new Reading(language, intent, 0.9, Severity.NORMAL, List.of(), topics, original);
  }

  TimeLine at(String time) {
    clock.set(today.atTime(LocalTime.parse(time)).atZone(OSLO).toInstant());
    return settle();
  }

  TimeLine nextDay() {
    today = today.plusDays(1);
    return this;
  }

  TimeLine pass(Duration time) {
    clock.pass(time);
    return settle();
  }

  /** Time goes by while nobody works. */
  TimeLine passInSilence(Duration time) {
    clock.pass(time);
    return this;
  }

  TimeLine post(String id, String text) {
    return happens(new MentionEvent.Posted(mention(id, "", text, MentionKind.POST, null)));
  }

  TimeLine postBy(String author, String id, String text) {
    Mention mention = mention(id, "", text, MentionKind.POST, null);
    return posted(mention, by(author), id, null, mention.replyWay());
  }

  /** Somebody writes in a conversation. */
  TimeLine writes(String author, String id, String conversation, String text) {
    Mention mention = mention(id, "", text, MentionKind.REPLY, null);
    return posted(mention, by(author), conversation, null, mention.replyWay());
  }

  TimeLine postByHand(String id, String text) {
    Mention mention = mention(id, "", text, MentionKind.POST, null);
    ReplyWay byHand = new ReplyWay.ByHand(URI.create("https://x.example/box/" + id), "no API");
    return posted(mention, mention.author(), id, null, byHand);
  }

  /** The author of a post, or somebody else, says something in its thread. */
  TimeLine replyBy(String author, String id, String to, String thread, String text) {
    Mention mention = mention(id, "", text, MentionKind.REPLY, null);
    MentionId before = new MentionId(ScriptedNetwork.NAME, to);
    return posted(mention, by(author), thread, before, mention.replyWay());
  }

  /** Somebody passes a post on with words of their own. */
  TimeLine quoteBy(String author, String id, String of, String text) {
    MentionId quoted = new MentionId(ScriptedNetwork.NAME, of);
    Mention mention = mention(id, "", text, MentionKind.QUOTE, quoted);
    return happens(new MentionEvent.Posted(signed(mention, by(author), id, null)));
  }

  /** What a feed brings of a reply, for a page of several. */
  MentionEvent reply(String author, String id, String to, String text) {
    Mention mention = mention(id, "", text, MentionKind.REPLY, null);
    MentionId before = new MentionId(ScriptedNetwork.NAME, to);
    return new MentionEvent.Posted(signed(mention, by(author), to, before));
  }

  private static Mention signed(Mention post, Author author, String thread, MentionId inReplyTo) {
    return new Mention(
        post.id(),
        post.revision(),
        thread,
        post.link(),
        author,
        post.text(),
        post.kind(),
        "nb",
        inReplyTo,
        post.reshareOf(),
        post.replyWay(),
        post.publishedAt());
  }

  private static Author by(String name) {
    return new Author(name, name, null, 0);
  }

  /** The same post, by another, in another thread, or answered another way. */
  private TimeLine posted(
      Mention post, Author author, String thread, MentionId inReplyTo, ReplyWay way) {
    return happens(
        new MentionEvent.Posted(
            new Mention(
                post.id(),
                post.revision(),
                thread,
                post.link(),
                author,
                post.text(),
                post.kind(),
                "nb",
                inReplyTo,
                null,
                way,
                post.publishedAt())));
  }

  TimeLine edit(String id, String text) {
    return happens(
        new MentionEvent.Edited(mention(id, text.hashCode() + "", text, MentionKind.POST, null)));
  }

  TimeLine reshare(String id, String original) {
    MentionId of = new MentionId(ScriptedNetwork.NAME, original);
    return happens(
        new MentionEvent.Posted(mention(id, "", "varmepumpe?", MentionKind.RESHARE, of)));
  }

  TimeLine delete(String id) {
    MentionId gone = new MentionId(ScriptedNetwork.NAME, id);
    return happens(new MentionEvent.Deleted(gone, clock.instant()));
  }

  TimeLine happens(MentionEvent event) {
    take(event);
    return settle();
  }

  /** One page with these events; returns how many were new. */
  int take(MentionEvent... all) {
    feed.then(new Fetch.Page(List.of(all), new Cursor("page " + ++pages), false, List.of()));
    return look();
  }

  /** The feed as a node of that name reads it. */
  FeedReading reading(String node) {
    return new FeedReading(feed, desk.room(), new Keeping(desk.room(), relay, node));
  }

  /** One look of the feed; returns how many events were new. */
  int look() {
    FeedReading reading = reading("node");
    Duration unused = new Holding(desk.room(), List.of(reading)).round();
    long before = journal.stream().filter(entry -> entry.what().equals("mention.received")).count();
    Duration ignored = reading.read();
    long after = journal.stream().filter(entry -> entry.what().equals("mention.received")).count();
    return (int) (after - before);
  }

  Mention mention(String id, String revision, String text, MentionKind kind, MentionId of) {
    return new Mention(
        new MentionId(ScriptedNetwork.NAME, id),
        revision,
        id,
        URI.create("https://mastodon.example/@kari/" + id),
        new Author("kari", "Kari", null, 12),
        text,
        kind,
        "nb",
        null,
        of,
        new ReplyWay.Api(),
        clock.instant());
  }

  /** Somebody acts on the newest card in that place. */
  TimeLine does(String who, Place place, ChatAction action) {
    return does(who, cards(place).getLast(), action);
  }

  TimeLine does(String who, ChatAction action) {
    return does(who, with(who), action);
  }

  TimeLine does(String who, ScriptedHouse.Shown on, ChatAction action) {
    desk.happened(event(who, on, action));
    return settle();
  }

  /** Somebody acts on something without a card of its own. */
  TimeLine does(String who, Subject about, ChatAction action) {
    desk.happened(
        new ChatEvent(
            "e" + ++events,
            new ChatUser(handle(who), ""),
            new ChatEvent.On.About(about),
            action,
            clock.instant()));
    return settle();
  }

  /** What the bot answers to a command, when all that follows from it is done. */
  String said(String who, String words) {
    Page answer = desk.said("e" + ++events, new ChatUser(handle(who), ""), words);
    settle();
    return answer.toString();
  }

  /** The house tells of itself. */
  TimeLine tells(HouseChange change) {
    ChatUser house = new ChatUser(new Handle("slack", "workspace"), "Slack");
    desk.happened(
        new ChatEvent("h" + ++events, house, new ChatEvent.On.Nothing(), change, clock.instant()));
    return settle();
  }

  /** What the house would tell when somebody acts on their newest card. */
  ChatEvent event(String who, ChatAction action) {
    return event(who, slack.in(with(who)).getLast(), action);
  }

  /** Somebody presses a button in their home or a list. */
  TimeLine presses(String who, Press press, ChatEvent.On on) {
    ChatUser user = new ChatUser(handle(who), named(who));
    desk.happened(
        new ChatEvent("e" + ++events, user, on, press.action().orElseThrow(), clock.instant()));
    return settle();
  }

  /** Somebody presses a button on the newest card in their chat. */
  TimeLine presses(String who, Press press) {
    return presses(who, press, new ChatEvent.On.Card(slack.in(with(who)).getLast().id()));
  }

  /** The form that a press opens for them. */
  Optional<Form> opens(String who, FormKind kind) {
    return desk.open(
        kind, new ChatEvent.On.Nothing(), new ChatUser(handle(who), named(who)), Map.of());
  }

  /** They send the form; what is wrong with it, by field. */
  Map<String, String> sends(String who, FormKind kind, Map<String, String> values) {
    Map<String, String> wrong =
        desk.submitted(
            "e" + ++events,
            new ChatUser(handle(who), named(who)),
            kind,
            new ChatEvent.On.Nothing(),
            values);
    settle();
    return wrong;
  }

  /** What they are answered when they say something to the bot. */
  Page says(String who, String words) {
    Page page = desk.said("e" + ++events, new ChatUser(handle(who), named(who)), words);
    settle();
    return page;
  }

  /** Their home as it is now. */
  Page home(String who) {
    return desk.home(new ChatUser(handle(who), named(who)));
  }

  private static String named(String who) {
    return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
  }

  private ChatEvent event(String who, ScriptedHouse.Shown on, ChatAction action) {
    return new ChatEvent(
        "e" + ++events,
        new ChatUser(handle(who), ""),
        new ChatEvent.On.Message(on.ref()),
        action,
        clock.instant());
  }

  TestClock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Works until nothing is due. */
  TimeLine settle() {
    try {
      boolean busy = true;
      for (int round = 0; busy; round++) {
        if (round > 1_000) throw new AssertionError("never comes to rest");
        busy = rounds.mentions().isZero();
        busy |= rounds.actions().isZero();
        busy |= rounds.timers().isZero();
        busy |= rounds.errands().isZero();
        busy |= revised();
      }
      return this;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether somebody changed the rules in chat; they are in force then. */
  private boolean revised() {
    var newest = store.read(books -> books.ruleBooks().latest()).orElseThrow();
    if (newest.revision() <= rules.book().revision()) return false;
    rules.router().close();
    obey(texts.check(newest).book().orElseThrow());
    return true;
  }

  Card card(Place place) {
    return cards(place).getLast().card();
  }

  /** What stands there, in order, without the queue's board. */
  List<ScriptedHouse.Shown> cards(Place place) {
    return slack.in(place).stream().filter(shown -> !isBoard(shown)).toList();
  }

  /** The queue's board there. */
  Card board(Place place) {
    return slack.in(place).stream().filter(this::isBoard).toList().getLast().card();
  }

  private boolean isBoard(ScriptedHouse.Shown shown) {
    return store
        .read(books -> books.placements().find(shown.id()))
        .map(card -> card.subject().toString().startsWith("board:"))
        .orElse(false);
  }

  /** The newest card in that place is about this ticket. */
  Card card(Place place, String mention) {
    Ticket ticket = ticket(mention);
    return cards(place).stream()
        .filter(shown ->
            store
                .read(books -> books.placements().find(shown.id()))
                .flatMap(Placement::ticket)
                .filter(ticket.id()::equals)
                .isPresent())
        .toList()
        .getLast()
        .card();
  }

  Card card(String who) {
    return card(with(who));
  }

  /** Who has been sent a nudge, in order. */
  List<String> nudged() {
    return slack.all().stream()
        .filter(m -> m.place() instanceof Place.Direct)
        .map(m -> ((Place.Direct) m.place()).to().id().substring(1).toLowerCase(Locale.ROOT))
        .toList();
  }

  Ticket ticket(String mention) {
    return store
        .read(books -> books.tickets().of(new MentionId(ScriptedNetwork.NAME, mention)))
        .orElseThrow();
  }

  Optional<Ticket> maybeTicket(String mention) {
    return store.read(books -> books.tickets().of(new MentionId(ScriptedNetwork.NAME, mention)));
  }

  List<Press> buttons(String who) {
    return card(who).buttons().stream()
        .filter(Card.Button.Act.class::isInstance)
        .map(b -> ((Card.Button.Act) b).press())
        .toList();
  }

  long parkedMentions() {
    return store.read((Books books) -> (long) books.mentionInbox().parked(10).size());
  }

  TimeLine shows(Place place, String headline) {
    assertThat(card(place).headline()).isEqualTo(headline);
    return this;
  }

  TimeLine shows(String who, String headline) {
    return shows(with(who), headline);
  }

  @Override
  public void close() {
    rules.router().close();
  }
}
