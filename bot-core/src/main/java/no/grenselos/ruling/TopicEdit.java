package no.grenselos.ruling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.RuleAction;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Invitations;
import no.grenselos.revise.Section;

/**
 * A sheet after a topic was written: the topic, who is invited to take it, and a route for it where
 * one was asked for and none asks anybody about it.
 */
final class TopicEdit {
  /** Ids of experts to invite, parted by commas. */
  static final String INVITE = "invite";

  /** Ids of experts who are not invited any more, parted by commas. */
  static final String WITHDRAW = "withdraw";

  /** Whether a route is wanted: {@link #ASK}. */
  static final String ROUTE = "route";

  static final String ASK = "ask";

  static final List<String> KEYS =
      Stream.concat(TopicText.OWN.stream(), Stream.of(INVITE, WITHDRAW, ROUTE)).toList();

  private static final int LAST = Integer.MAX_VALUE;
  private static final int LONGEST_ID = 56;

  private final Sheet sheet;
  private final Entry entry;
  private final Map<String, String> keys;

  private TopicEdit(Sheet sheet, Entry entry, Map<String, String> keys) {
    this.sheet = sheet;
    this.entry = entry;
    this.keys = keys;
  }

  static Sheet written(Sheet sheet, Entry entry, RuleAction.WriteRule action) {
    return new TopicEdit(sheet, entry, action.keys()).written();
  }

  private Sheet written() {
    Node.Mapping before = sheet.find(entry).orElseGet(Node.Mapping::empty);
    String id = entry.isNew() ? freeId() : before.text("id");
    Node.Mapping after = TopicText.filled(before, id, keys);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Put(Section.TOPICS, sheet.key(entry), LAST, after));
    Invitations people = new Invitations(id, ids(INVITE), ids(WITHDRAW));
    edits.addAll(people.edits(sheet.entries(Section.EXPERTS)));
    List<Node.Mapping> routes = sheet.entries(Section.ROUTES);
    boolean wanted = keys.getOrDefault(ROUTE, "").equals(ASK);
    if (wanted && !TopicReach.of(routes).has(id))
      edits.add(new Edit.Put(Section.ROUTES, "", LAST, route(id, routes)));
    return sheet.edited(edits);
  }

  private Set<String> ids(String key) {
    return Stream.of(keys.getOrDefault(key, "").split(","))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  /** As people would name the topic, in the letters of an id; with a number where it is taken. */
  private String freeId() {
    String name = keys.getOrDefault("name-en", "");
    String base = id(name.isBlank() ? keys.getOrDefault("name-nb", "") : name);
    return free(base, "-", texts(Section.TOPICS, "id"));
  }

  static String id(String name) {
    String letters =
        name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "o").replace("ß", "ss");
    String plain = Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String id = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "topic" : cut;
  }

  private Set<String> texts(Section section, String key) {
    return sheet.entries(section).stream().map(one -> one.text(key)).collect(Collectors.toSet());
  }

  private static String free(String wanted, String gap, Set<String> taken) {
    String free = wanted;
    for (int i = 2; taken.contains(free); i++) free = wanted + gap + i;
    return free;
  }

  /** Named as the others in the files are: the id in words. */
  private static Node.Mapping route(String id, List<Node.Mapping> routes) {
    Set<String> taken = routes.stream().map(one -> one.text("name")).collect(Collectors.toSet());
    Map<String, Node> route = new LinkedHashMap<>();
    route.put("name", new Node.Scalar(free(id.replace('-', ' '), " ", taken), 0));
    route.put("topic", new Node.Scalar(id, 0));
    route.put("lane", new Node.Scalar("expert", 0));
    return new Node.Mapping(route, 0);
  }
}
