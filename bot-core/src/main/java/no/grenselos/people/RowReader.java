package no.grenselos.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.grenselos.config.DidYouMean;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import org.jspecify.annotations.Nullable;

/** Reads rows, and says all that is wrong with each. */
final class RowReader {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern HANDLE = Pattern.compile("[\\p{Alnum}:._-]{1,200}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
  private static final Set<String> YES = Set.of("yes", "ja", "true", "x");
  private static final Set<String> NO = Set.of("no", "nei", "false", "-");

  private final RuleBook book;
  private final Set<String> houses;
  private final Problems problems;

  RowReader(RuleBook book, Set<String> houses, Problems problems) {
    this.book = book;
    this.houses = new TreeSet<>(houses);
    this.problems = problems;
  }

  Person read(Node.Mapping mapping) {
    Settings row = new Settings(mapping, "", problems);
    String id = row.optionalText("id").filter(text -> isId(row, text)).orElse(null);
    String name = Wording.name(row, "name").orElse(null);
    Email email = email(row);
    List<Handle> handles = handles(row);
    Map<String, Node> entry = entry(row);
    List<String> topics = topics(row, "topics");
    boolean agreed = agreed(row);
    List<String> invite = topics(row, "invite");
    List<String> teams = teams(row);
    row.finish();
    return new Person(row, id, name, email, handles, entry, topics, agreed, invite, teams);
  }

  private static boolean isId(Settings row, String text) {
    if (ShortNames.SHAPE.matcher(text).matches()) return true;
    row.problem("id", "must be lower-case letters, digits, - and _ only, at most 64");
    return false;
  }

  private static @Nullable Email email(Settings row) {
    Optional<String> text = row.optionalText("email");
    Optional<Email> email = text.flatMap(Email::parse);
    if (text.isPresent() && email.isEmpty()) {
      row.problem("email", "must be an address such as ana@company.example");
    }
    return email.orElse(null);
  }

  private List<Handle> handles(Settings row) {
    List<Handle> handles = new ArrayList<>();
    for (String house : houses) {
      String text = row.text(house, "").strip();
      if (text.isEmpty()) continue;
      if (book.team(text).isPresent()) {
        row.problem(house, "\"" + text + "\" is a team here, whose column is \"team\"");
      } else if (HANDLE.matcher(text).matches()) {
        boolean guid = GUID.matcher(text).matches();
        handles.add(new Handle(house, guid ? text.toLowerCase(Locale.ROOT) : text));
      } else {
        row.problem(house, "must be a member id, letters and digits");
      }
    }
    return handles;
  }

  private Map<String, Node> entry(Settings row) {
    Map<String, Node> entry = new LinkedHashMap<>();
    Titles.read(row, book.house().language()).ifPresent(title -> entry.put("title", title));
    languages(row).ifPresent(languages -> entry.put("languages", languages));
    HoursCells.read(row.part("hours")).ifPresent(hours -> entry.put("hours", hours));
    cap(row.part("cap")).ifPresent(cap -> entry.put("cap", cap));
    word(row, "speaks", List.of("nb", "en")).ifPresent(word -> entry.put("speaks", word));
    word(row, "level", List.of("watch", "advise", "draft", "post"))
        .ifPresent(word -> entry.put("level", word));
    row.optionalText("digest")
        .flatMap(day -> HoursCells.day(row, "digest", day))
        .ifPresent(day -> entry.put("digest", scalar(day)));
    row.optionalText("calendar").ifPresent(name -> calendar(row, name, entry));
    return entry;
  }

  private static void calendar(Settings row, String name, Map<String, Node> entry) {
    if (VARIABLE.matcher(name).matches()) entry.put("calendar", scalar(name));
    // what stands there may be the address itself, so it is not repeated
    else row.problem("calendar", "must be the name of an environment variable: CALENDAR_ANA");
  }

  private static Optional<Node> languages(Settings row) {
    List<Node> codes = new ArrayList<>();
    for (String typed : row.texts("languages")) {
      String code = typed.strip().toLowerCase(Locale.ROOT);
      if (code.matches("[a-z]{2,3}")) codes.add(scalar(code));
      else row.problem("languages", "must be languages such as nb, en or pl");
    }
    return codes.isEmpty() ? Optional.empty() : Optional.of(new Node.Sequence(codes, 0));
  }

  private static Optional<Node> cap(Settings cap) {
    Map<String, Node> numbers = new LinkedHashMap<>();
    for (String key : List.of("day", "week")) {
      if (!cap.has(key)) continue;
      int number = cap.number(key, 0);
      if (number < 0 || number > 1000) cap.problem(key, "must be 0 to 1000");
      else numbers.put(key, scalar(Integer.toString(number)));
    }
    cap.finish();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(new Node.Mapping(numbers, 0));
  }

  private static Optional<Node> word(Settings row, String key, List<String> known) {
    return row.optionalText(key)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> among(row, key, known, text))
        .map(RowReader::scalar);
  }

  private @Nullable List<String> topics(Settings row, String key) {
    List<String> known = book.topics().stream().map(topic -> topic.id().id()).toList();
    return row.has(key) ? own(row, key, known) : null;
  }

  private List<String> teams(Settings row) {
    return own(row, "team", book.teams().stream().map(Team::id).toList());
  }

  private static List<String> own(Settings row, String key, List<String> known) {
    Set<String> own = new LinkedHashSet<>();
    for (String typed : row.texts(key)) {
      String word = typed.strip();
      if (!word.isEmpty() && among(row, key, known, word)) own.add(word);
    }
    return List.copyOf(own);
  }

  private static boolean among(Settings row, String key, List<String> known, String typed) {
    if (known.contains(typed)) return true;
    String hint =
        DidYouMean.among(known, typed)
            .map(word -> "; did you mean \"" + word + "\"?")
            .orElse("; known are " + String.join(", ", known));
    row.problem(key, "\"" + shown(typed) + "\" is unknown" + hint);
    return false;
  }

  private static boolean agreed(Settings row) {
    String text = row.text("agreed", "").strip().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) return true;
    if (!text.isEmpty() && !NO.contains(text)) row.problem("agreed", "must be yes or no");
    return false;
  }

  /** What a stranger typed, short and without what could disturb a terminal or a log. */
  static String shown(String typed) {
    String plain = typed.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }

  static Node.Scalar scalar(String text) {
    return new Node.Scalar(text, 0);
  }
}
