package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.config.Node;
import no.grenselos.revise.Section;
import no.grenselos.revise.Touched.Touch;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** The rules as a page: routes in order with what they do, silences, and what can be done. */
final class RuleList {
  /** A message holds fifty blocks in Slack, and a row takes two. */
  private static final int A_PAGE = 12;

  private static final int SILENCES = 5;

  private final Visit visit;
  private final Sheet sheet;
  private final Phrases phrases;
  private final RuleWords words;
  private final Map<String, Touch> touched;
  private final PageDraft page = new PageDraft();

  /**
   * @param touched who changed each route last, as far as that is known
   */
  RuleList(Visit visit, Sheet sheet, Map<String, Touch> touched) {
    this.touched = touched;
    this.visit = visit;
    this.sheet = sheet;
    this.phrases = visit.phrases("ruling");
    this.words = new RuleWords(phrases, visit.book());
  }

  /**
   * @param wanted a page's number, words of the rules, or nothing
   */
  Page write(String wanted) {
    page.heading(phrases.say("list.title", sheet.revision()));
    changed(visit, sheet.source(), page);
    page.row(List.of(), actions(sheet, phrases), List.of());
    List<Entry> routes = routes(wanted);
    boolean number = wanted.matches("\\d{1,4}");
    int from = number ? (Integer.parseInt(wanted) - 1) * A_PAGE : 0;
    routes.stream().skip(Math.max(0, from)).limit(A_PAGE).forEach(this::row);
    if (routes.isEmpty()) page.line(phrases.say("list.none", wanted));
    int pages = (routes.size() + A_PAGE - 1) / A_PAGE;
    if (pages > 1) page.small(phrases.say("list.pages", routes.size(), pages));
    page.divider();
    silences();
    page.small(
        phrases.say("list.topics", visit.book().topics().size(), visit.book().experts().size()));
    return page.small(phrases.say("list.help")).page();
  }

  /** Who changed the rules last, when and why. */
  static void changed(Visit visit, Source source, PageDraft page) {
    Phrases phrases = visit.phrases("ruling");
    String by = Admins.name(visit.book(), source.by());
    String why = source.why().isBlank() ? "" : ": " + source.why();
    page.line(
        List.of(
            new Span.Plain(phrases.say("list.changed", by) + " "),
            new Span.Moment(source.at()),
            new Span.Plain(why)));
  }

  /** What begins something new. */
  static List<Card.Button> actions(Sheet sheet, Phrases phrases) {
    ChatEvent.On route = sheet.fresh(Section.ROUTES).on();
    return List.of(
        new Card.Button.Act(Press.EDIT_RULE, phrases.say("button.add-rule"), true, route),
        new Card.Button.Act(
            Press.EDIT_SILENCE,
            phrases.say("button.add-silence"),
            false,
            sheet.fresh(Section.SILENCES).on()),
        new Card.Button.Act(Press.LEAVE_ALONE, phrases.say("button.leave-alone"), false, route),
        new Card.Button.Act(Press.TEST_RULES, phrases.say("button.test-rules"), false, route),
        TopicPage.add(sheet, phrases, false));
  }

  private List<Entry> routes(String wanted) {
    List<Node.Mapping> all = sheet.entries(Section.ROUTES);
    boolean every = wanted.isBlank() || wanted.matches("\\d{1,4}");
    String looked = wanted.toLowerCase(Locale.ROOT);
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (every || words.of(Section.ROUTES, all.get(i)).toLowerCase(Locale.ROOT).contains(looked))
        found.add(new Entry(Section.ROUTES, sheet.revision(), i));
    }
    return found;
  }

  private void row(Entry entry) {
    Node.Mapping route = sheet.find(entry).orElseThrow();
    page.row(
        line(entry, route),
        List.of(act(Press.EDIT_RULE, "button.change", entry)),
        List.of(
            choice(Press.RAISE_RULE, "button.up", entry),
            choice(Press.LOWER_RULE, "button.down", entry),
            choice(Press.REMOVE_RULE, "button.remove", entry)));
  }

  private List<Span> line(Entry entry, Node.Mapping route) {
    List<Span> line = new ArrayList<>();
    line.add(new Span.Strong((entry.place() + 1) + ". " + route.text("name")));
    line.add(new Span.Plain("  " + words.route(route)));
    Touch last = touched.get(route.text("name"));
    if (last != null) {
      String by = Admins.name(visit.book(), last.by());
      line.add(new Span.Plain(" · " + phrases.say("list.touched", by) + " "));
      line.add(new Span.Moment(last.at()));
    }
    return line;
  }

  private void silences() {
    List<Node.Mapping> all = sheet.entries(Section.SILENCES);
    if (all.isEmpty()) page.line(phrases.say("list.no-silences"));
    for (int i = 0; i < Math.min(SILENCES, all.size()); i++) {
      Entry entry = new Entry(Section.SILENCES, sheet.revision(), i);
      page.row(
          List.of(new Span.Plain(words.silence(all.get(i)))),
          List.of(
              act(Press.EDIT_SILENCE, "button.change", entry),
              act(Press.REMOVE_RULE, "button.remove", entry)),
          List.of());
    }
    if (all.size() > SILENCES) page.small(phrases.say("list.more-silences", all.size() - SILENCES));
  }

  private Card.Button act(Press press, String label, Entry entry) {
    return new Card.Button.Act(press, phrases.say(label), false, entry.on());
  }

  private Card.Choice choice(Press press, String label, Entry entry) {
    return new Card.Choice(press, phrases.say(label), entry.on());
  }
}
