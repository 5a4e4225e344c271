package no.grenselos.playground.slack.block;

import java.util.List;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** The blocks and their limits (docs.slack.dev, blocks). */
final class Blocks {
  private Blocks() {}

  /** Blocks that messages, modals and home tabs may hold alike. */
  static List<Shape> everywhere() {
    return List.of(
        section(),
        block("divider"),
        block("header").must("text", Composition.plain(150)),
        context(),
        actions(),
        image(),
        input(),
        video(),
        RichText.block());
  }

  /** Blocks that only messages may hold. */
  static List<Shape> messagesOnly() {
    return List.of(
        block("markdown").must("text", Rule.string(1, 12_000)),
        block("file").must("external_id", Composition.ID).must("source", Rule.oneOf("remote")));
  }

  private static Shape section() {
    return block("section")
        .may("text", Composition.text(3_000))
        .may("fields", Rule.list(1, 10, Composition.text(2_000)))
        .may("accessory", Rule.byType(Elements.inSection()))
        .may("expand", Rule.flag())
        .mustHaveOneOf("text", "fields");
  }

  private static Shape context() {
    List<Shape> texts = Composition.texts(3_000);
    return block("context")
        .must(
            "elements",
            Rule.list(1, 10, Rule.byType(List.of(texts.get(0), texts.get(1), Elements.image()))));
  }

  private static Shape actions() {
    return block("actions").must("elements", Rule.list(1, 25, Rule.byType(Elements.inActions())));
  }

  private static Shape image() {
    return Elements.image().may("block_id", Composition.ID).may("title", Composition.plain(2_000));
  }

  private static Shape input() {
    return block("input")
        .must("label", Composition.plain(2_000))
        .must("element", Rule.byType(Elements.inInput()))
        .may("dispatch_action", Rule.flag())
        .may("hint", Composition.plain(2_000))
        .may("optional", Rule.flag());
  }

  private static Shape video() {
    return block("video")
        .must("alt_text", Rule.string(1, 2_000))
        .must("title", Composition.plain(199))
        .must("thumbnail_url", Rule.url())
        .must("video_url", Rule.url())
        .may("author_name", Rule.string(1, 49))
        .may("description", Composition.plain(200))
        .may("provider_icon_url", Rule.url())
        .may("provider_name", Rule.string(1, 50))
        .may("title_url", Rule.url());
  }

  private static Shape block(String type) {
    return Shape.of(type).may("block_id", Composition.ID);
  }
}
