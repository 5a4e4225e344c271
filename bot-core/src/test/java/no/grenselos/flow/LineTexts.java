package no.grenselos.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Difference;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RouteCase;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Silence;
import no.grenselos.route.query.QueryReader;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.trial.Verdict;

/**
 * Rules in the plainest way there is, one entry a line: {@code route|name=heat pumps|lane=expert}.
 * Topics and experts have files of their own ({@link LinePeople}); all else is of a given book.
 */
record LineTexts(RuleBook base) implements RuleTexts {
  private static final String FILE = "routes.yml";
  private static final String TOPICS = "topics.yml";
  private static final String EXPERTS = "experts.yml";
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "when",
          "topic",
          "lane",
          "channel",
          "goal",
          "answer-within",
          "offer-for",
          "claim-for",
          "fact",
          "drop",
          "go-on",
          "approval",
          "until",
          "why",
          "by",
          "keep");

  /** The book as it would be written. */
  static Map<String, String> written(RuleBook book) {
    Stream<String> routes =
        book.routes().stream()
            .map(route -> {
              Map<String, String> keys = new LinkedHashMap<>();
              keys.put("name", route.name());
              keys.put("when", text(route.when()));
              keys.put("topic", text(route.topic()));
              keys.put("lane", route.lane() == null ? "" : lower(route.lane()));
              keys.put("channel", text(route.channel()));
              keys.put("goal", route.goal() == null ? "" : lower(route.goal()));
              keys.put("answer-within", text(route.answerWithin()));
              keys.put("offer-for", text(route.offerFor()));
              keys.put("claim-for", text(route.claimFor()));
              keys.put("fact", text(route.fact()));
              keys.put("drop", text(route.drop()));
              keys.put("go-on", route.goOn() ? "true" : "");
              keys.put("approval", route.approval() ? "true" : "");
              keys.values().removeIf(String::isEmpty);
              return line("route", keys);
            });
    return Map.of(
        FILE,
        routes.collect(Collectors.joining("\n")),
        TOPICS,
        book.topics().stream()
            .map(topic -> line("topic", LinePeople.written(topic)))
            .collect(Collectors.joining("\n")),
        EXPERTS,
        book.experts().stream()
            .map(expert -> line("expert", LinePeople.written(expert)))
            .collect(Collectors.joining("\n")));
  }

  private static String text(Object value) {
    return switch (value) {
      case null -> "";
      case Duration span -> span.toMinutes() + "m";
      default -> value.toString();
    };
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String line(String kind, Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(e -> e.getKey() + "=" + escaped(e.getValue()))
        .collect(Collectors.joining("|", kind + "|", ""));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\p").replace("\n", "\\n");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') plain.append(c);
      else
        plain.append(
            switch (text.charAt(++i)) {
              case 'p' -> '|';
              case 'n' -> '\n';
              default -> '\\';
            });
    }
    return plain.toString();
  }

  private static List<String> lines(Map<String, String> files, String file) {
    return files.getOrDefault(file, "").lines().filter(line -> !line.isBlank()).toList();
  }

  private static Map<String, String> with(
      Map<String, String> files, String file, List<String> lines) {
    Map<String, String> changed = new HashMap<>(files);
    changed.put(file, String.join("\n", lines));
    return changed;
  }

  private static String file(Section section) {
    return switch (section) {
      case TOPICS -> TOPICS;
      case EXPERTS -> EXPERTS;
      default -> FILE;
    };
  }

  private static String kind(Section section) {
    return switch (section) {
      case ROUTES -> "route|";
      case SILENCES -> "silence|";
      case TOPICS -> "topic|";
      case EXPERTS -> "expert|";
      default -> "case|";
    };
  }

  /** A post, and the lane it must go. */
  @Override
  public List<RouteCase> cases(Map<String, String> files) {
    return entries(files, Section.CASES).stream()
        .map(entry ->
            new RouteCase(
                FILE + ":" + entry.line(),
                "",
                new RouteCase.Post(text(entry, "post"), text(entry, "network"), ""),
                Verdict.expectation(
                    "lane:" + text(entry, "expect").replaceAll("\\{lane: (\\w+).*", "$1"))))
        .toList();
  }

  @Override
  public List<Node.Mapping> entries(Map<String, String> files, Section section) {
    List<String> all = lines(files, file(section));
    List<Node.Mapping> entries = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).startsWith(kind(section))) continue;
      Map<String, String> keys = new LinkedHashMap<>();
      for (String part : all.get(i).split("\\|", -1)) {
        int is = part.indexOf('=');
        if (is > 0) keys.put(part.substring(0, is), plain(part.substring(is + 1)));
      }
      entries.add(file(section).equals(FILE) ? flat(keys, i + 1) : LinePeople.entry(keys, i + 1));
    }
    return entries;
  }

  private static Node.Mapping flat(Map<String, String> keys, int line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    keys.forEach((key, value) -> entries.put(key, new Node.Scalar(value, line)));
    return new Node.Mapping(entries, line);
  }

  @Override
  public Map<String, String> edited(Map<String, String> files, Edit edit) {
    String file = file(edit.section());
    List<String> list = new ArrayList<>(of(files, edit.section()));
    switch (edit) {
      case Edit.Put put -> {
        String line = line(kind(put.section()).replace("|", ""), keys(put));
        if (put.key().isEmpty()) list.add(Math.min(put.at(), list.size()), line);
        else list.set(index(files, put), line);
      }
      case Edit.Move move -> {
        String moved = list.remove(index(files, move));
        list.add(Math.min(move.to(), list.size()), moved);
      }
      case Edit.Remove remove -> list.remove(index(files, remove));
    }
    if (!file.equals(FILE)) return with(files, file, list);
    List<String> all =
        Stream.of(Section.ROUTES, Section.SILENCES, Section.CASES)
            .flatMap(one -> (one == edit.section() ? list : of(files, one)).stream())
            .toList();
    return with(files, FILE, all);
  }

  private static Map<String, String> keys(Edit.Put put) {
    if (!file(put.section()).equals(FILE)) return LinePeople.keys(put.entry());
    Map<String, String> keys = new LinkedHashMap<>();
    put.entry().entries().forEach((key, node) -> keys.put(key, text(node)));
    return keys;
  }

  private static String text(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Mapping part ->
          part.entries().entrySet().stream()
              .map(e -> e.getKey() + ": " + text(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Node.Sequence list -> list.toString();
    };
  }

  private static List<String> of(Map<String, String> files, Section section) {
    return lines(files, file(section)).stream()
        .filter(line -> line.startsWith(kind(section)))
        .toList();
  }

  private int index(Map<String, String> files, Edit edit) {
    List<Node.Mapping> all = entries(files, edit.section());
    for (int i = 0; i < all.size(); i++) {
      String key =
          switch (edit.section()) {
            case ROUTES -> text(all.get(i), "name");
            case TOPICS, EXPERTS -> text(all.get(i), "id");
            default -> "" + i;
          };
      if (key.equals(edit.key())) return i;
    }
    throw new UnknownEntry(edit.section(), edit.key());
  }

  private static String text(Node.Mapping entry, String key) {
    return entry.entries().get(key) instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  @Override
  public Checked check(Source source) {
    List<ConfigProblem> problems = new ArrayList<>();
    List<Route> routes = new ArrayList<>();
    List<Silence> silences = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Topic> about = topics(source.files());
    Set<TopicId> topics = about.stream().map(Topic::id).collect(Collectors.toSet());
    List<Node.Mapping> written = entries(source.files(), Section.ROUTES);
    for (int i = 0; i < written.size(); i++) {
      Entry entry = new Entry(written.get(i), "routes[" + i + "]", problems);
      if (!names.add(entry.text("name"))) entry.wrong("name", "is taken already");
      entry.route(topics).ifPresent(routes::add);
    }
    List<Node.Mapping> muted = entries(source.files(), Section.SILENCES);
    for (int i = 0; i < muted.size(); i++) {
      Entry entry = new Entry(muted.get(i), "silences[" + i + "]", problems);
      entry.silence(topics).ifPresent(silences::add);
    }
    if (!problems.isEmpty()) return new Checked(Optional.empty(), problems, List.of());
    RuleBook book =
        new RuleBook(
            source.revision(),
            base.house(),
            routes,
            silences,
            about,
            LinePeople.experts(base.experts(), entries(source.files(), Section.EXPERTS)),
            base.teams());
    return new Checked(Optional.of(book), List.of(), List.of());
  }

  @Override
  public List<ConfigProblem> look(RuleBook book, Section section, int place, Node.Mapping node) {
    List<ConfigProblem> problems = new ArrayList<>();
    String path = section.name().toLowerCase(Locale.ROOT) + "[" + place + "]";
    Entry entry = new Entry(node, path, problems);
    Set<TopicId> topics = book.topics().stream().map(Topic::id).collect(Collectors.toSet());
    switch (section) {
      case ROUTES -> entry.route(topics);
      case SILENCES -> entry.silence(topics);
      default -> {}
    }
    return problems;
  }

  /** Those of the book as they are there, where nobody changed them. */
  private List<Topic> topics(Map<String, String> files) {
    return entries(files, Section.TOPICS).stream()
        .map(LinePeople::topic)
        .map(topic ->
            base.topic(topic.id())
                .filter(known -> LinePeople.written(known).equals(LinePeople.written(topic)))
                .orElse(topic))
        .toList();
  }

  /** An entry while it is read. */
  private record Entry(Node.Mapping node, String path, List<ConfigProblem> problems) {
    String text(String key) {
      return LineTexts.text(node, key);
    }

    private String orNull(String key) {
      return text(key).isEmpty() ? null : text(key);
    }

    void wrong(String key, String text) {
      problems.add(
          new ConfigProblem(FILE, node.line(), key.isEmpty() ? path : path + "." + key, text));
    }

    private Duration span(String key) {
      if (text(key).isEmpty()) return null;
      if (text(key).matches("\\d{1,5}m")) {
        return Duration.ofMinutes(Long.parseLong(text(key).replace("m", "")));
      }
      wrong(key, "must be a time span such as 45m");
      return null;
    }

    private <E extends Enum<E>> E word(String key, E[] words) {
      if (text(key).isEmpty()) return null;
      return Arrays.stream(words)
          .filter(word -> lower(word).equals(text(key)))
          .findFirst()
          .orElseGet(() -> {
            wrong(key, "must be one of " + Arrays.toString(words));
            return null;
          });
    }

    private void query(Set<TopicId> topics) {
      if (text("when").isEmpty()) return;
      QueryReader.read(text("when"), topics).problems().forEach(text -> wrong("when", text));
    }

    Optional<Route> route(Set<TopicId> topics) {
      int before = problems.size();
      node.entries().keySet().stream()
          .filter(key -> !KEYS.contains(key))
          .forEach(key -> wrong(key, "unknown key"));
      if (text("name").isBlank()) wrong("name", "is missing");
      if (orNull("when") == null && orNull("topic") == null) wrong("", "needs when or topic");
      query(topics);
      Optional<TopicId> topic =
          topics.stream().filter(one -> one.id().equals(text("topic"))).findFirst();
      if (topic.isEmpty() && orNull("topic") != null) wrong("topic", "is no topic");
      Lane lane = word("lane", Lane.values());
      Goal goal = word("goal", Goal.values());
      Duration[] spans = {span("answer-within"), span("offer-for"), span("claim-for")};
      if ((lane == null) == (orNull("drop") == null)) wrong("lane", "needs lane or drop");
      if (orNull("fact") != null && (lane == null || lane == Lane.EXPERT))
        wrong("fact", "needs lane both or care");
      if (problems.size() > before) return Optional.empty();
      return Optional.of(
          new Route(
              text("name"),
              orNull("when"),
              topic.orElse(null),
              lane,
              orNull("channel"),
              goal,
              spans[0],
              spans[1],
              spans[2],
              orNull("fact"),
              orNull("drop"),
              text("go-on").equals("true"),
              FILE + ":" + node.line(),
              text("approval").equals("true")));
    }

    Optional<Silence> silence(Set<TopicId> topics) {
      int before = problems.size();
      if (orNull("when") == null) wrong("when", "is missing");
      query(topics);
      if (orNull("until") == null) wrong("until", "is missing");
      if (problems.size() > before) return Optional.empty();
      LocalDateTime until;
      try {
        until =
            text("until").contains("T")
                ? LocalDateTime.parse(text("until"))
                : LocalDate.parse(text("until")).atStartOfDay();
      } catch (DateTimeException none) {
        wrong("until", "must be a date");
        return Optional.empty();
      }
      return Optional.of(
          new Silence(
              text("when"),
              until.atZone(TimeLine.OSLO).toInstant(),
              text("why"),
              text("by"),
              text("keep").equals("true")));
    }
  }

  @Override
  public List<Difference> differences(Map<String, String> before, Map<String, String> after) {
    return Stream.of(FILE, TOPICS, EXPERTS)
        .flatMap(file -> differences(file, lines(before, file), lines(after, file)).stream())
        .toList();
  }

  private static List<Difference> differences(String file, List<String> was, List<String> is) {
    List<Difference> found = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      if (!is.contains(was.get(i)))
        found.add(new Difference(file, i + 1, Difference.Kind.REMOVED, was.get(i)));
    }
    for (int i = 0; i < is.size(); i++) {
      if (!was.contains(is.get(i)))
        found.add(new Difference(file, i + 1, Difference.Kind.ADDED, is.get(i)));
    }
    return found;
  }

  @Override
  public Optional<Map<String, String>> merged(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    Map<String, String> merged = new HashMap<>(base);
    for (String file : List.of(FILE, TOPICS, EXPERTS)) {
      Optional<List<String>> both =
          merged(lines(base, file), lines(mine, file), lines(theirs, file));
      if (both.isEmpty()) return Optional.empty();
      merged.put(file, String.join("\n", both.get()));
    }
    return Optional.of(merged);
  }

  /** Each is looked at as one stretch of lines that was replaced. */
  private static Optional<List<String>> merged(
      List<String> old, List<String> mine, List<String> theirs) {
    Stretch own = Stretch.of(old, mine);
    Stretch other = Stretch.of(old, theirs);
    if (own.isNothing()) return Optional.of(theirs);
    if (other.isNothing()) return Optional.of(mine);
    if (own.to() < other.from()) return Optional.of(own.in(other.in(old)));
    if (other.to() < own.from()) return Optional.of(other.in(own.in(old)));
    return Optional.empty();
  }

  /** From that line of the base to that one, without it, now these. */
  private record Stretch(int from, int to, List<String> lines) {
    static Stretch of(List<String> base, List<String> changed) {
      int from = 0;
      int shorter = Math.min(base.size(), changed.size());
      while (from < shorter && base.get(from).equals(changed.get(from))) from++;
      int end = 0;
      while (end < shorter - from
          && base.get(base.size() - 1 - end).equals(changed.get(changed.size() - 1 - end))) end++;
      return new Stretch(from, base.size() - end, changed.subList(from, changed.size() - end));
    }

    boolean isNothing() {
      return from == to && lines.isEmpty();
    }

    List<String> in(List<String> base) {
      List<String> changed = new ArrayList<>(base.subList(0, from));
      changed.addAll(lines);
      changed.addAll(base.subList(to, base.size()));
      return changed;
    }
  }

  /** What a store needs to begin with these rules. */
  static List<Source> history(RuleBook book, Instant at) {
    Map<String, String> files = new HashMap<>(written(book));
    List<Source> sources = new ArrayList<>();
    for (int i = 1; i <= book.revision(); i++)
      sources.add(new Source(i, at, "grenselos", "first", files));
    return sources;
  }
}
