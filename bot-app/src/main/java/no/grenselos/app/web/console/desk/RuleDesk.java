package no.grenselos.app.web.console.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.Console;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.forecast.LatestPosts;
import no.grenselos.forecast.RuleAdvice;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where pages read and change the rule book. Safe for many threads. */
public final class RuleDesk {
  /** A revision's texts take some hundred kilobytes where there are a thousand routes. */
  private static final int REMEMBERED = 24;

  private final Console console;
  private final Revising revising;
  private final Cache<Integer, Source> sources =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Cache<Part, List<Node.Mapping>> entries =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Cache<Way, List<FileDifference>> differences =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** While somebody types, the posts of a minute ago show as much as those of now. */
  private final Cache<Boolean, List<Received>> latest =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1).build();

  private record Part(int revision, Section section) {}

  /** From one revision to another. */
  private record Way(int from, int to) {}

  public RuleDesk(Console console) {
    this.console = console;
    this.revising = new Revising(console.bench().texts());
  }

  public RuleTexts texts() {
    return console.bench().texts();
  }

  /** What {@code now} is, for drafts and pages. */
  public Instant now() {
    return console.clock().instant();
  }

  /** The newest revision, in force or not. */
  public Newest newest() {
    Source source = source(newestNumber());
    RuleBook running = console.book();
    if (running.revision() == source.revision()) return new Newest(source, running);
    // the texts remember what they looked at when it was saved
    return new Newest(source, texts().check(source).book().orElse(running));
  }

  public int newestNumber() {
    return console.store().read(books -> books.ruleBooks().newest());
  }

  /** That revision; nothing is found where there is none. */
  public Source source(int revision) {
    return find(revision).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  public Optional<Source> find(int revision) {
    Source known = sources.getIfPresent(revision);
    if (known != null) return Optional.of(known);
    Optional<Source> found = console.store().read(books -> books.ruleBooks().find(revision));
    found.ifPresent(source -> sources.put(revision, source));
    return found;
  }

  /** A kept revision's entries; a thousand routes are read once, not for each page. */
  public List<Node.Mapping> entries(Source source, Section section) {
    return entries.get(
        new Part(source.revision(), section), part -> texts().entries(source.files(), section));
  }

  /** Those below that number, newest first. */
  public List<Source> before(int revision, int most) {
    return console.store().read(books -> books.ruleBooks().before(revision, most));
  }

  /** Looks at texts as if they were the next revision. */
  public Checked check(Map<String, String> files) {
    return texts().check(new Source(newestNumber() + 1, now(), "", "", files));
  }

  /** What the latest posts show of a draft that can be used. */
  public List<ConfigProblem> shownByPosts(RuleBook draft) {
    List<Received> posts = latest.get(true, any -> LatestPosts.in(console.store(), now()));
    try (Router router = Router.of(draft, console.clock())) {
      return RuleAdvice.of(draft, router, posts);
    }
  }

  /** What differs between two kept revisions: it never changes, and takes long to find out. */
  public List<FileDifference> differences(Source before, Source after) {
    return differences.get(
        new Way(before.revision(), after.revision()),
        way -> differences(before.files(), after.files()));
  }

  public List<FileDifference> differences(Map<String, String> before, Map<String, String> after) {
    return FileDifference.of(texts().differences(before, after));
  }

  /** What somebody else's change, and one's own, come to. */
  public Sides sides(Revised.Overtaken overtaken) {
    return new Sides(
        FileDifference.of(overtaken.theirs()),
        FileDifference.of(overtaken.mine()),
        name(overtaken.newest().by()));
  }

  /** Makes the texts the next revision, unless somebody changed the same. */
  public Revised save(Visitor visitor, int base, Map<String, String> files, String why) {
    return revising.save(console.store(), draft(visitor, base, files, why));
  }

  /** Brings an earlier revision back as the next one. */
  public Revised revert(Visitor visitor, int base, int revision, String why) {
    Source earlier = source(revision);
    return revising.save(console.store(), draft(visitor, base, earlier.files(), why));
  }

  private Draft draft(Visitor visitor, int base, Map<String, String> files, String why) {
    // a base that is not there is an address somebody made up
    source(base);
    String who = visitor.colleague(console.book()).id();
    return new Draft(base, files, who, why.strip(), now());
  }

  /** A colleague's name, by the id that a revision or the audit has. */
  public String name(String id) {
    RuleBook book = console.book();
    return book.experts().stream()
        .filter(expert -> expert.id().id().equals(id))
        .map(expert -> expert.name())
        .findFirst()
        .or(() ->
            no.grenselos.expert.Handle.parse(id).map(handle -> book.colleague(handle, id).name()))
        .orElse(id);
  }
}
