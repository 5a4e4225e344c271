package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.grenselos.chat.AnyText;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;

/** Whatever people write into a rule, it stays what it is, and no other rule changes. */
class YamlRuleTextsPropertyTest {
  private static final List<String> YAML =
      List.of(
          "a: b",
          "- c",
          "# no comment",
          "&a *a !tag",
          "{x: [",
          "'it''s'",
          "\\\"",
          "~",
          "null",
          "yes",
          "08:00",
          "1_000",
          "x\n  - name: evil\n    drop: all",
          "\"\nroutes: []\n\"",
          "|",
          ">-",
          "<<",
          "=",
          "---",
          "...",
          "%YAML 1.1",
          "@kari",
          "`x`",
          " a ",
          "a ",
          "\t");
  private static final List<String> FILES =
      List.of(
          "",
          "# nothing yet\n",
          "cases:\n",
          "cases: []",
          "cases: []   # none\nother: 1\n",
          "cases: [{post: a}, {post: b, expect: {drop: true}}]\n",
          "{cases: [], other: 🧑‍🚒}",
          "{other: [1, 2]}",
          "other: |\n"
              + "  cases:\n"
              + "   - no\n\n"
              + "cases:\n"
              + "- post: a\n"
              + "- post: b\n"
              + "  more: |+\n"
              + "    x\n\n\n"
              + "- post: c\n",
          "cases:\r\n"
              + "  # one\r\n"
              + "  - post: 🧑‍🚒\r\n"
              + "    expect:\r\n"
              + "      lane: care # x\r\n\r\n"
              + "  - {post: \"b\"}",
          "cases:\n"
              + "  # a\n\n"
              + "  # b\n"
              + "  -\n"
              + "    post: a # c\n"
              + "    # d\n"
              + "  # e\n"
              + "  - post:\n"
              + "      two\n"
              + "      lines\n"
              + "    network: x\n"
              + "# f\n"
              + "other: 2\n",
          "cases:\n  - post: >\n      folded\n      text\n");

  private final RuleTexts texts = new YamlRuleTexts(Samples.KNOWN, List.of());

  @Property
  void whatIsPutIsReadBackAndAllElseStays(
      @ForAll("file") String file, @ForAll("entry") Node.Mapping entry, @ForAll("place") int at) {
    Map<String, String> before = Map.of("routes-test.yml", file);
    List<Object> expected = read(before);
    expected.add(Math.min(at, expected.size()), Meaning.of(entry));

    Map<String, String> after = texts.edited(before, new Edit.Put(Section.CASES, "", at, entry));

    assertThat(read(after)).isEqualTo(expected);
    assertThat(other(after)).isEqualTo(other(before));
  }

  @Property
  void whatIsChangedIsReadBackAndAllElseStays(
      @ForAll("file") String file, @ForAll("entry") Node.Mapping entry, @ForAll("place") int at) {
    Map<String, String> before = Map.of("routes-test.yml", file);
    List<Object> expected = read(before);
    if (expected.isEmpty()) return;
    int place = at % expected.size();
    expected.set(place, Meaning.of(entry));

    Map<String, String> after =
        texts.edited(before, new Edit.Put(Section.CASES, Integer.toString(place), 0, entry));

    assertThat(read(after)).isEqualTo(expected);
    assertThat(other(after)).isEqualTo(other(before));
  }

  @Property
  void anEntryMovedThereAndBackLeavesTheTextAsItWas(
      @ForAll("file") String file, @ForAll("place") int from, @ForAll("place") int to) {
    Map<String, String> before = Map.of("routes-test.yml", file);
    int size = read(before).size();
    if (size == 0) return;
    String there = Integer.toString(to % size);

    Map<String, String> moved =
        texts.edited(
            before, new Edit.Move(Section.CASES, Integer.toString(from % size), to % size));
    Map<String, String> back =
        texts.edited(moved, new Edit.Move(Section.CASES, there, from % size));

    assertThat(back.get("routes-test.yml").strip()).isEqualTo(file.strip());
  }

  @Property
  void whatIsRemovedGoesAlone(@ForAll("file") String file, @ForAll("place") int at) {
    Map<String, String> before = Map.of("routes-test.yml", file);
    List<Object> expected = read(before);
    if (expected.isEmpty()) return;
    int place = at % expected.size();
    expected.remove(place);

    Map<String, String> after =
        texts.edited(before, new Edit.Remove(Section.CASES, Integer.toString(place)));

    assertThat(read(after)).isEqualTo(expected);
    assertThat(other(after)).isEqualTo(other(before));
  }

  @Property
  void aTopicIsReadBackWhateverItsWords(@ForAll("entry") Node.Mapping entry) {
    Map<String, String> after = texts.edited(Map.of(), new Edit.Put(Section.TOPICS, "", 0, entry));

    assertThat(texts.entries(after, Section.TOPICS))
        .extracting(Meaning::of)
        .containsExactly(Meaning.of(entry));
    assertThat(after).hasSize(1);
  }

  @Provide
  Arbitrary<String> file() {
    return Arbitraries.of(FILES);
  }

  @Provide
  Arbitrary<Integer> place() {
    return Arbitraries.integers().between(0, 4);
  }

  @Provide
  Arbitrary<Node.Mapping> entry() {
    return Combinators.combine(
            value().list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(false, true))
        .as((values, more) -> {
          Map<String, Node> entries = new LinkedHashMap<>();
          List<String> keys = List.of("post", "network", "expect", "more", "odd: key #");
          for (int i = 0; i < values.size(); i++) {
            entries.put(keys.get(more ? keys.size() - 1 - i : i), values.get(i));
          }
          return new Node.Mapping(entries, 0);
        });
  }

  private static Arbitrary<Node> value() {
    Arbitrary<Node> scalar =
        Arbitraries.oneOf(new AnyText(300).text(), Arbitraries.of(YAML))
            .map(text -> new Node.Scalar(text, 0));
    Arbitrary<Node> list = scalar.list().ofMaxSize(30).map(items -> new Node.Sequence(items, 0));
    Arbitrary<Node> map = scalar.map(one -> new Node.Mapping(Map.of("lane", one), 0));
    return Arbitraries.oneOf(scalar, list, map);
  }

  private List<Object> read(Map<String, String> files) {
    List<Object> read = new ArrayList<>();
    texts.entries(files, Section.CASES).forEach(entry -> read.add(Meaning.of(entry)));
    return read;
  }

  private static Object other(Map<String, String> files) {
    return Meaning.of(files, "routes-test.yml")
        .map(all -> all.getOrDefault("other", ""))
        .orElse("");
  }
}
