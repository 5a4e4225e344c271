package no.grenselos.ruling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;

/** One revision of the rules, as entries that a form can show. */
record Sheet(RuleTexts texts, Source source) {
  /** Empty when nothing was ever kept. */
  static Optional<Sheet> newest(RuleTexts texts, Books books) {
    return books.ruleBooks().latest().map(source -> new Sheet(texts, source));
  }

  static Optional<Sheet> at(RuleTexts texts, Books books, int revision) {
    return books.ruleBooks().find(revision).map(source -> new Sheet(texts, source));
  }

  int revision() {
    return source.revision();
  }

  List<Node.Mapping> entries(Section section) {
    return texts.entries(source.files(), section);
  }

  /** Empty for a new one, and for one that is not there. */
  Optional<Node.Mapping> find(Entry entry) {
    List<Node.Mapping> all = entries(entry.section());
    return entry.isNew() || entry.place() >= all.size()
        ? Optional.empty()
        : Optional.of(all.get(entry.place()));
  }

  Entry fresh(Section section) {
    return new Entry(section, revision(), Entry.NEW);
  }

  /** What an entry of this sheet is known by; empty for a new one. */
  String key(Entry entry) {
    if (entry.isNew()) return "";
    return switch (entry.section()) {
      case ROUTES -> find(entry).map(one -> one.text("name")).orElse("");
      case TOPICS -> find(entry).map(one -> one.text("id")).orElse("");
      case SILENCES, CASES, EXPERTS, TEAMS -> String.valueOf(entry.place());
    };
  }

  /** Where an entry of an earlier sheet stands in this one; empty when it is not there any more. */
  Optional<Entry> here(Sheet earlier, Entry entry) {
    if (entry.isNew()) return Optional.of(fresh(entry.section()));
    Optional<Node.Mapping> before = earlier.find(entry);
    if (before.isEmpty()) return Optional.empty();
    List<Node.Mapping> all = entries(entry.section());
    for (int i = 0; i < all.size(); i++) {
      if (same(entry.section(), before.get(), all.get(i)))
        return Optional.of(new Entry(entry.section(), revision(), i));
    }
    return Optional.empty();
  }

  private static boolean same(Section section, Node.Mapping one, Node.Mapping other) {
    return switch (section) {
      case ROUTES -> one.text("name").equals(other.text("name"));
      case TOPICS -> one.text("id").equals(other.text("id"));
      case SILENCES, CASES, EXPERTS, TEAMS -> plain(one).equals(plain(other));
    };
  }

  /** Whether both say the same there; the lines where it stands do not matter. */
  static boolean says(Node.Mapping one, Node.Mapping other) {
    return plain(one).equals(plain(other));
  }

  private static Map<String, String> plain(Node.Mapping entry) {
    Map<String, String> plain = new HashMap<>();
    entry.entries().forEach((key, node) -> plain.put(key, plain(node)));
    return plain;
  }

  private static String plain(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Sequence list -> list.items().stream().map(Sheet::plain).toList().toString();
      case Node.Mapping part -> plain(part).toString();
    };
  }

  Sheet edited(Edit edit) {
    return edited(List.of(edit));
  }

  Sheet edited(List<Edit> edits) {
    Map<String, String> files = texts.edited(source.files(), edits);
    return new Sheet(
        texts, new Source(source.revision(), source.at(), source.by(), source.why(), files));
  }
}
