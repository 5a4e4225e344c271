package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;

/**
 * Draws the parts of a card. Text goes only into text runs, which Teams shows as they are; a line
 * of a post is a block of its own, as clients differ over line breaks within a run.
 */
final class TeamsRuns {
  /** Words and addresses of one line together, in UTF-16 units. */
  private static final int LINE = 3000;

  private static final int AUTHOR = 200;
  private static final int LABEL = 150;

  /** More is mostly a trick to push our buttons out of sight. */
  private static final int POST_LINES = 40;

  private final TeamsView view;

  TeamsRuns(TeamsView view) {
    this.view = view;
  }

  /**
   * @param post how much of a post is shown, in UTF-16 units
   */
  ObjectNode draw(Part part, int post) {
    return switch (part) {
      case Part.Line line -> line(line.spans());
      case Part.Post quoted -> post(quoted, post);
      case Part.Picture picture -> small(TeamsPictures.words(picture).spans());
      case Part.Small small -> small(small.spans());
    };
  }

  ObjectNode line(List<Span> spans) {
    return TeamsElements.rich(runs(spans));
  }

  private ObjectNode small(List<Span> spans) {
    List<ObjectNode> runs = runs(spans);
    runs.forEach(TeamsRuns::subtle);
    return TeamsElements.rich(runs).put("spacing", "small");
  }

  ObjectNode post(Part.Post post, int length) {
    List<ObjectNode> head = new ArrayList<>();
    head.add(TeamsElements.bold(TeamsText.line(post.author(), AUTHOR)));
    TeamsLinks.safe(post.link())
        .ifPresent(to -> {
          head.add(TeamsElements.run(" · "));
          head.add(TeamsElements.link(to.host(), to));
        });
    List<ObjectNode> items = new ArrayList<>();
    items.add(TeamsElements.rich(head));
    items.addAll(paragraphs(post.text(), length));
    return TeamsElements.container("emphasis", items);
  }

  /** Each line a block; an empty one only keeps the next at a distance. */
  static List<ObjectNode> paragraphs(String text, int length) {
    List<String> lines = TeamsText.paragraphs(text, length).lines().toList();
    List<ObjectNode> blocks = new ArrayList<>();
    String spacing = "small";
    for (String line : lines) {
      if (line.isBlank()) {
        spacing = "medium";
        continue;
      }
      boolean last = blocks.size() == POST_LINES - 1;
      blocks.add(words(last ? "…" : line.strip()).put("spacing", spacing));
      if (last) break;
      spacing = "none";
    }
    return blocks;
  }

  static ObjectNode words(String line) {
    return TeamsElements.rich(List.of(TeamsElements.run(line)));
  }

  static ObjectNode subtle(ObjectNode run) {
    return run.put("size", "small").put("isSubtle", true);
  }

  private List<ObjectNode> runs(List<Span> spans) {
    List<ObjectNode> runs = new ArrayList<>();
    int room = LINE;
    for (Span span : spans) {
      if (room <= 0) break;
      Optional<ObjectNode> run = run(span, room);
      run.ifPresent(runs::add);
      room -= run.map(TeamsRuns::length).orElse(0);
    }
    if (runs.isEmpty()) runs.add(TeamsElements.run("–"));
    return runs;
  }

  private static int length(ObjectNode run) {
    return run.path("text").asText().length()
        + run.path("selectAction").path("url").asText().length();
  }

  private Optional<ObjectNode> run(Span span, int room) {
    return switch (span) {
      case Span.Plain plain -> stretch(plain.text(), room).map(TeamsElements::run);
      case Span.Strong strong -> stretch(strong.text(), room).map(TeamsElements::bold);
      case Span.Person person ->
          stretch(view.names().apply(person.user()), room).map(TeamsElements::bold);
      case Span.Moment moment -> stretch(view.moment(moment.at()), room).map(TeamsElements::run);
      case Span.Link link ->
          TeamsLinks.safe(link.to())
              .map(to -> TeamsElements.link(TeamsLinks.label(link.text(), to, LABEL), to))
              .filter(drawn -> length(drawn) <= room)
              .or(() -> stretch(link.text(), room).map(TeamsElements::run));
    };
  }

  private static Optional<String> stretch(String words, int room) {
    return Optional.of(TeamsText.stretch(words, room)).filter(shown -> !shown.isEmpty());
  }
}
