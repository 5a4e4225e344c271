package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.config.Node;
import no.grenselos.expert.Expert;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.Section;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** The topics as a page: who has each, who was invited, and whether anybody is ever asked. */
final class TopicPage {
  /** As many as a list of rules shows. */
  private static final int A_PAGE = 12;

  private static final int NAMES = 6;

  private final Visit visit;
  private final Sheet sheet;
  private final Phrases phrases;
  private final TopicReach reach;

  TopicPage(Visit visit, Sheet sheet) {
    this.visit = visit;
    this.sheet = sheet;
    this.phrases = visit.phrases("ruling");
    this.reach = TopicReach.of(sheet.entries(Section.ROUTES));
  }

  /** A topic as it is written, and where. */
  private record Row(Entry entry, Node.Mapping topic, String name) {}

  /**
   * @param wanted a page's number, letters of a name, or nothing
   */
  Page write(String wanted) {
    List<Row> rows = rows(wanted);
    boolean number = wanted.matches("\\d{1,4}");
    int from = number ? Math.max(0, Integer.parseInt(wanted) - 1) * A_PAGE : 0;
    int pages = (rows.size() + A_PAGE - 1) / A_PAGE;
    PageDraft page = new PageDraft().heading(phrases.say("topics.title", sheet.revision()));
    page.row(List.of(), List.of(add(sheet, phrases, true)), List.of());
    rows.stream().skip(from).limit(A_PAGE).forEach(row -> row(page, row));
    if (rows.isEmpty()) page.line(phrases.say("topics.none"));
    if (pages > 1) page.small(phrases.say("topics.pages", rows.size(), pages));
    return page.small(phrases.say("topics.help")).page();
  }

  static Card.Button add(Sheet sheet, Phrases phrases, boolean main) {
    return new Card.Button.Act(
        Press.EDIT_TOPIC, phrases.say("button.add-topic"), main, sheet.fresh(Section.TOPICS).on());
  }

  private List<Row> rows(String wanted) {
    boolean every = wanted.isBlank() || wanted.matches("\\d{1,4}");
    String looked = wanted.toLowerCase(Locale.ROOT);
    List<Node.Mapping> all = sheet.entries(Section.TOPICS);
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            new Row(new Entry(Section.TOPICS, sheet.revision(), i), all.get(i), name(all.get(i))))
        .filter(row -> every || row.name().toLowerCase(Locale.ROOT).contains(looked))
        .sorted(Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** In the reader's language where it has a name in that. */
  private String name(Node.Mapping topic) {
    String own = "name-" + phrases.locale().getLanguage();
    return Stream.concat(Stream.of(own), TopicText.NAMES.keySet().stream())
        .filter(TopicText.NAMES::containsKey)
        .map(key -> TopicText.text(topic, key))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() -> topic.text("id"));
  }

  private void row(PageDraft page, Row row) {
    String id = row.topic().text("id");
    List<String> parts = new ArrayList<>();
    TopicId topic = visit.book().known(id).orElse(null);
    String has = names(one -> topic != null && one.topics().contains(topic));
    parts.add(has.isEmpty() ? phrases.say("topics.nobody") : has);
    String invited =
        names(one ->
            topic != null
                && one.manner().proposed().contains(topic)
                && !one.topics().contains(topic));
    if (!invited.isEmpty()) parts.add(phrases.say("topics.invited", invited));
    if (!reach.has(id)) parts.add(phrases.say("topics.unreached"));
    page.row(
        List.of(new Span.Strong(row.name()), new Span.Plain("  " + String.join(" · ", parts))),
        List.of(
            new Card.Button.Act(
                Press.EDIT_TOPIC, phrases.say("button.change"), false, row.entry().on())),
        List.of());
  }

  private String names(Predicate<Expert> who) {
    List<String> names =
        visit.book().experts().stream().filter(who).map(Expert::name).sorted().toList();
    String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    int more = names.size() - NAMES;
    return more > 0 ? first + " " + phrases.say("topics.more", more) : first;
  }
}
