package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.grenselos.app.config.text.ListText;
import no.grenselos.app.config.text.TopText;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts.UnknownEntry;
import no.grenselos.revise.Section;
import org.yaml.snakeyaml.error.YAMLException;

/** Changes one entry of the files, and sees to it that nothing else has changed. */
final class Edited {
  private final Map<String, String> files;
  // a large file takes its time, and is asked for again and again
  private final Map<String, Optional<Node.Mapping>> tops = new HashMap<>();

  Edited(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  /** One change after another; new entries that stand one behind the other are written at once. */
  Map<String, String> by(List<Edit> edits) {
    try {
      int at = 0;
      while (at < edits.size()) {
        List<Node.Mapping> added = added(edits, at);
        if (added.size() > 1) added(edits.get(at).section(), added);
        else one(edits.get(at));
        at += Math.max(1, added.size());
      }
    } catch (YAMLException e) {
      throw new IllegalStateException("the files cannot be read; change them in config/", e);
    }
    return files;
  }

  private void one(Edit edit) {
    Optional<Listed> listed = Listed.of(edit.section());
    if (listed.isPresent()) list(listed.get(), edit);
    else topic(edit);
  }

  /** The new last entries of one list that the changes from there on begin with. */
  private static List<Node.Mapping> added(List<Edit> edits, int from) {
    List<Node.Mapping> added = new ArrayList<>();
    Section section = edits.get(from).section();
    if (Listed.of(section).isEmpty()) return added;
    for (Edit edit : edits.subList(from, edits.size())) {
      boolean last =
          edit instanceof Edit.Put put && put.key().isEmpty() && put.at() == Integer.MAX_VALUE;
      if (!last || edit.section() != section) break;
      added.add(((Edit.Put) edit).entry());
    }
    return added;
  }

  private void added(Section section, List<Node.Mapping> entries) {
    Listed listed = Listed.of(section).orElseThrow();
    List<Object> expected = new ArrayList<>(listed(listed).stream().map(Meaning::of).toList());
    entries.forEach(entry -> expected.add(Meaning.of(entry)));
    keep(listed, listText(listed).with(entries), expected);
  }

  /** A section's entries in order; none where its file cannot be read. */
  List<Node.Mapping> entries(Section section) {
    Optional<Listed> listed = Listed.of(section);
    return listed.isPresent() ? listed(listed.get()) : topics().values().stream().toList();
  }

  private List<Node.Mapping> listed(Listed listed) {
    Node list = top(listed.file()).map(top -> top.entries().get(listed.key())).orElse(null);
    if (!(list instanceof Node.Sequence sequence)) return List.of();
    List<Node.Mapping> entries = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Node.Mapping entry)) return List.of();
      entries.add(entry);
    }
    return entries;
  }

  /** By the name of the file. */
  private Map<String, Node.Mapping> topics() {
    Map<String, Node.Mapping> topics = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      if (name.startsWith(ConfigFiles.TOPICS)) top(name).ifPresent(top -> topics.put(name, top));
    }
    return topics;
  }

  private Optional<Node.Mapping> top(String name) {
    return tops.computeIfAbsent(
        name,
        any -> {
          String text = files.get(any);
          return text == null ? Optional.empty() : Yaml.top(text, new Problems(any));
        });
  }

  private void list(Listed listed, Edit edit) {
    ListText list = listText(listed);
    List<Object> expected = new ArrayList<>(listed(listed).stream().map(Meaning::of).toList());
    String changed =
        switch (edit) {
          case Edit.Put(var section, var key, var at, var entry) when key.isEmpty() -> {
            expected.add(Math.min(at, expected.size()), Meaning.of(entry));
            yield list.with(at, entry);
          }
          case Edit.Put(var section, var key, var at, var entry) -> {
            int place = place(section, key);
            expected.set(place, Meaning.of(entry));
            yield list.changed(place, entry);
          }
          case Edit.Move(var section, var key, var to) -> {
            int place = place(section, key);
            expected.add(Math.min(to, expected.size() - 1), expected.remove(place));
            yield list.moved(place, to);
          }
          case Edit.Remove(var section, var key) -> {
            int place = place(section, key);
            expected.remove(place);
            yield list.without(place);
          }
        };
    keep(listed, changed, expected);
  }

  private ListText listText(Listed listed) {
    return new ListText(files.getOrDefault(listed.file(), ""), listed.key());
  }

  private int place(Section section, String key) {
    Listed listed = Listed.of(section).orElseThrow();
    List<Node.Mapping> entries = listed(listed);
    for (int i = 0; i < entries.size(); i++) {
      String known = listed.id().isEmpty() ? Integer.toString(i) : entries.get(i).text(listed.id());
      if (known.equals(key)) return i;
    }
    throw new UnknownEntry(section, key);
  }

  private void topic(Edit edit) {
    switch (edit) {
      case Edit.Put(var section, var key, var at, var entry) when key.isEmpty() ->
          keep(free(entry.text("id")), TopText.of(entry), Meaning.of(entry));
      case Edit.Put(var section, var key, var at, var entry) -> {
        String name = file(key);
        String text = files.getOrDefault(name, "");
        keep(name, TopText.changed(text, entry), Meaning.of(entry));
      }
      // files have no order
      case Edit.Move move -> file(move.key());
      case Edit.Remove remove -> files.remove(file(remove.key()));
    }
  }

  private String file(String id) {
    return topics().entrySet().stream()
        .filter(topic -> topic.getValue().text("id").equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new UnknownEntry(Section.TOPICS, id));
  }

  /** A name that is nobody's yet; an id that cannot be used is refused when the file is read. */
  private String free(String id) {
    String base = ConfigFiles.TOPICS + (Ids.fits(id) ? id : "new");
    String name = base + ".yml";
    for (int i = 2; files.containsKey(name); i++) name = base + "-" + i + ".yml";
    return name;
  }

  private Map<String, Object> meaning(String name) {
    return top(name).map(Meaning::of).orElse(Map.of());
  }

  private void keep(Listed listed, String changed, List<Object> expected) {
    Map<String, Object> all = new LinkedHashMap<>(meaning(listed.file()));
    all.put(listed.key(), expected);
    keep(listed.file(), changed, all);
  }

  /** Texts of others end up in the files: whatever they are, they must not say anything else. */
  private void keep(String name, String changed, Map<String, Object> expected) {
    files.put(name, changed);
    tops.remove(name);
    if (!meaning(name).equals(expected)) {
      throw new IllegalStateException(
          name + " is written in a way that cannot be changed here; change the file itself");
    }
  }
}
