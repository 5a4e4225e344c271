package no.grenselos.trial;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.config.Node;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Words;
import no.grenselos.revise.RouteCase.Expectation;
import no.grenselos.revise.RouteCase.Post;
import no.grenselos.route.Decision;
import no.grenselos.route.query.QueryField;
import no.grenselos.store.MentionLog;
import no.grenselos.work.Rules;

/**
 * Makes a case of {@code routes-test.yml} from a post that came: what was decided about it, or what
 * should have been. A test lives longer than a post, so it holds no more of a person than its rule
 * asks for: no links, no other people's handles, the author only where a rule names them, and of a
 * long text the beginning where that is enough.
 */
public final class CaseMaker {
  private static final int ENOUGH = 280;

  private final Trial trial;

  public CaseMaker(Rules rules, Clock clock) {
    this.trial = new Trial(rules, clock);
  }

  /** What was decided, as something to expect. */
  public static Expectation decided(Decision decision) {
    Optional<String> lane = Optional.of(Verdict.lane(decision)).filter(CaseMaker::some);
    Optional<String> topic = Optional.of(Verdict.topic(decision)).filter(CaseMaker::some);
    Optional<String> channel =
        Optional.of(Verdict.channel(decision))
            .filter(CaseMaker::some)
            .filter(named -> !(decision instanceof Decision.Ask));
    boolean byRoute = !decision.because().routes().isEmpty();
    boolean drop = decision instanceof Decision.Drop && byRoute;
    return new Expectation(
        lane,
        topic,
        channel,
        Optional.empty(),
        List.of(),
        drop,
        lane.isEmpty() && !drop,
        Optional.empty());
  }

  /**
   * The entry for {@link no.grenselos.revise.Section#CASES}.
   *
   * @param post not an erased one
   * @param expect as {@link #decided}, or what should have become of it
   */
  public Node.Mapping of(MentionLog.Logged post, Expectation expect) {
    return of(post, text(post.mention(), expect), expect);
  }

  /**
   * The same in an admin's own words; also for a post that was erased.
   *
   * @param words instead of the post's
   */
  public Node.Mapping of(MentionLog.Logged post, String words, Expectation expect) {
    Mention mention = post.mention();
    Map<String, Node> entry = new LinkedHashMap<>();
    put(entry, "post", words);
    put(entry, "network", mention.network().name());
    Set<String> asked =
        post.decision().because().evidence().stream()
            .map(Evidence::speaksFor)
            .collect(Collectors.toSet());
    if (asked.contains(QueryField.AUTHOR.word())) {
      put(entry, "author", "@" + mention.author().handle());
    }
    if (asked.contains(QueryField.LANG.word())) put(entry, "lang", mention.language());
    if (mention.kind() != MentionKind.POST) {
      put(entry, "kind", mention.kind().name().toLowerCase(Locale.ROOT));
    }
    if (asked.contains(QueryField.FOLLOWERS.word())) {
      put(entry, "followers", Integer.toString(mention.author().followers()));
    }
    // a silence ends one day, and then the post would no longer be left alone
    if (silenced(post.decision())) put(entry, "at", post.receivedAt().toString());
    entry.put("expect", new Node.Mapping(expected(expect), 0));
    return new Node.Mapping(entry, 0);
  }

  /** A post's words without links and other people's handles, on one line. */
  public static String words(Mention mention) {
    return Words.withoutLinksAndHandles(mention.text()).strip().replaceAll("\\s+", " ");
  }

  private String text(Mention mention, Expectation expect) {
    String whole = words(mention);
    if (whole.length() <= ENOUGH) return whole;
    int end = whole.lastIndexOf(' ', ENOUGH);
    String beginning = whole.substring(0, end > 0 ? end : safe(whole));
    return Verdict.mismatches(expect, tried(mention, beginning)).isEmpty() ? beginning : whole;
  }

  private static int safe(String text) {
    return Character.isHighSurrogate(text.charAt(ENOUGH - 1)) ? ENOUGH - 1 : ENOUGH;
  }

  private Trial.Result tried(Mention mention, String text) {
    return trial.of(
        new Post(
            text,
            mention.network().name(),
            mention.author().handle(),
            mention.language(),
            mention.kind(),
            mention.author().followers(),
            null));
  }

  private static boolean silenced(Decision decision) {
    return switch (decision) {
      case Decision.Hold hold -> true;
      case Decision.Drop drop -> drop.because().routes().isEmpty() && !drop.nobodys();
      case Decision.Ask ask -> false;
      case Decision.Queue queue -> false;
      case Decision.Both both -> false;
    };
  }

  private static Map<String, Node> expected(Expectation expect) {
    Map<String, Node> entry = new LinkedHashMap<>();
    expect.lane().ifPresent(lane -> put(entry, "lane", lane));
    expect.topic().ifPresent(topic -> put(entry, "topic", topic));
    expect.channel().ifPresent(channel -> put(entry, "channel", channel));
    expect.expert().ifPresent(expert -> put(entry, "expert", expert));
    if (!expect.notExperts().isEmpty()) {
      List<Node> ids =
          expect.notExperts().stream().<Node>map(id -> new Node.Scalar(id, 0)).toList();
      entry.put("not-expert", new Node.Sequence(ids, 0));
    }
    if (expect.drop()) put(entry, "drop", "true");
    if (expect.silent()) put(entry, "silent", "true");
    expect.why().ifPresent(why -> put(entry, "why", why));
    return entry;
  }

  private static void put(Map<String, Node> entry, String key, String text) {
    if (!text.isEmpty()) entry.put(key, new Node.Scalar(text, 0));
  }

  private static boolean some(String value) {
    return !value.equals(Verdict.NONE);
  }
}
