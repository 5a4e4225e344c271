package no.grenselos.ruling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.RuleAction;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Section;

/** What a sheet says after a change. Keys that no form knows stay as they are. */
final class Edits {
  static final List<String> ROUTE =
      List.of(
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
          "approval");

  static final List<String> SILENCE = List.of("when", "until", "why", "by", "keep");

  /** Before the keys of what is expected of a case, which stand in a part of their own. */
  static final String EXPECT = "expect.";

  static final List<String> CASE =
      List.of(
          "post",
          "network",
          EXPECT + "lane",
          EXPECT + "topic",
          EXPECT + "channel",
          EXPECT + "drop",
          EXPECT + "silent");

  private Edits() {}

  static List<String> keys(Section section) {
    return switch (section) {
      case ROUTES -> ROUTE;
      case SILENCES -> SILENCE;
      case CASES -> CASE;
      case TOPICS -> TopicEdit.KEYS;
      case EXPERTS, TEAMS -> List.of();
    };
  }

  /** The entry says what the action says, and stands where it says. */
  static Sheet write(Sheet sheet, Entry entry, RuleAction.WriteRule action) {
    if (entry.section() == Section.TOPICS) return TopicEdit.written(sheet, entry, action);
    Node.Mapping before = sheet.find(entry).orElseGet(Node.Mapping::empty);
    Node.Mapping after = filled(entry.section(), before, action.keys());
    int last = sheet.entries(entry.section()).size();
    int at = entry.isNew() && action.place() >= 0 ? Math.min(action.place(), last) : last;
    Sheet written = sheet.edited(new Edit.Put(entry.section(), sheet.key(entry), at, after));
    if (entry.isNew() || action.place() < 0 || action.place() == entry.place()) return written;
    return move(written, entry, action.place());
  }

  static Sheet move(Sheet sheet, Entry entry, int to) {
    int last = sheet.entries(entry.section()).size() - 1;
    int place = Math.clamp(to, 0, last);
    return place == entry.place()
        ? sheet
        : sheet.edited(new Edit.Move(entry.section(), sheet.key(entry), place));
  }

  static Sheet remove(Sheet sheet, Entry entry) {
    return sheet.edited(new Edit.Remove(entry.section(), sheet.key(entry)));
  }

  /** What the entry says under a key of its form. */
  static String said(Section section, Node.Mapping entry, String key) {
    return section == Section.TOPICS && TopicText.OWN.contains(key)
        ? TopicText.text(entry, key)
        : entry.text(key);
  }

  /** What the entry says after it is filled in. */
  static Node.Mapping filled(Section section, Node.Mapping before, Map<String, String> keys) {
    Map<String, Node> after = new LinkedHashMap<>(before.entries());
    Map<String, Node> expected = new LinkedHashMap<>();
    for (String key : keys(section)) {
      Optional<String> value = Optional.ofNullable(keys.get(key)).filter(text -> !text.isBlank());
      if (value.isEmpty()) after.remove(key);
      else if (key.startsWith(EXPECT))
        expected.put(key.substring(EXPECT.length()), new Node.Scalar(value.get(), 0));
      else after.put(key, new Node.Scalar(value.get(), 0));
    }
    if (!expected.isEmpty()) after.put("expect", new Node.Mapping(expected, 0));
    return new Node.Mapping(after, before.line());
  }
}
