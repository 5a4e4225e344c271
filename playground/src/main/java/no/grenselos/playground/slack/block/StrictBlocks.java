package no.grenselos.playground.slack.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/**
 * Says what Slack would refuse in the blocks of a message or in a view, and where. Stateless; safe
 * for many threads.
 *
 * <p>Sources: docs.slack.dev, Block Kit reference (each limit stands beside its block); the total
 * of 13,200 characters over all blocks of a message is undocumented and reported in bolt-js issue
 * 2509.
 */
public final class StrictBlocks {
  /** More text than this over all blocks of one message is {@code msg_blocks_too_long}. */
  public static final int MAX_TOTAL_TEXT = 13_200;

  /** A view whose JSON is larger is {@code view_too_large}; in bytes. */
  public static final int MAX_VIEW_BYTES = 250_000;

  private static final Rule MESSAGE = Rule.list(0, 50, Rule.byType(messageBlocks()));
  private static final Rule VIEW_BLOCKS = Rule.list(0, 100, Rule.byType(Blocks.everywhere()));
  private static final Rule VIEW = Rule.byType(List.of(modal(), home()));

  private StrictBlocks() {}

  /** Faults in the {@code blocks} argument of a message; empty where Slack would take it. */
  public static List<Fault> inMessage(JsonNode blocks) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("/blocks", faults);
    MESSAGE.check(blocks, place);
    checkIds(blocks, place);
    return faults;
  }

  /** Faults in the {@code view} argument, a modal or a home tab. */
  public static List<Fault> inView(JsonNode view) {
    List<Fault> faults = new ArrayList<>();
    Place place = new Place("/view", faults);
    VIEW.check(view, place);
    checkIds(view.path("blocks"), place.child("blocks"));
    checkElements(view, place.child("blocks"));
    boolean asks = blocksOf(view).stream().anyMatch(b -> b.path("type").asText().equals("input"));
    if (asks && view.path("type").asText().equals("modal") && !view.hasNonNull("submit")) {
      place.refuse("missing required field: submit, as there is an input block");
    }
    return faults;
  }

  /** All text over all blocks, in UTF-16 units. */
  public static int totalText(JsonNode blocks) {
    int total = blocks.path("text").isTextual() ? blocks.path("text").textValue().length() : 0;
    for (JsonNode child : blocks) {
      total += child.isContainerNode() ? totalText(child) : 0;
    }
    return total;
  }

  private static List<Shape> messageBlocks() {
    List<Shape> shapes = new ArrayList<>(Blocks.everywhere());
    shapes.addAll(Blocks.messagesOnly());
    return shapes;
  }

  private static Shape modal() {
    return view("modal")
        .must("title", Composition.plain(24))
        .may("submit", Composition.plain(24))
        .may("close", Composition.plain(24))
        .may("clear_on_close", Rule.flag())
        .may("notify_on_close", Rule.flag())
        .may("submit_disabled", Rule.flag());
  }

  private static Shape home() {
    return view("home");
  }

  private static Shape view(String type) {
    return Shape.of(type)
        .must("blocks", VIEW_BLOCKS)
        .may("private_metadata", Rule.string(0, 3_000))
        .may("callback_id", Rule.string(0, 255))
        .may("external_id", Rule.string(0, 255));
  }

  private static void checkIds(JsonNode blocks, Place place) {
    Set<String> blockIds = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      String blockId = blocks.path(i).path("block_id").asText();
      if (!blockId.isEmpty() && !blockIds.add(blockId)) {
        place.child(i).child("block_id").refuse("`block_id` already exists: " + blockId);
      }
      checkActionIds(blocks.path(i), place.child(i));
    }
  }

  private static void checkActionIds(JsonNode block, Place place) {
    Set<String> actionIds = new HashSet<>();
    JsonNode elements = block.path("elements");
    for (int i = 0; i < elements.size(); i++) {
      String actionId = elements.get(i).path("action_id").asText();
      if (!actionId.isEmpty() && !actionIds.add(actionId)) {
        place
            .child("elements")
            .child(i)
            .child("action_id")
            .refuse("`action_id` already exists in this block: " + actionId);
      }
    }
  }

  /** A view puts the cursor into one element at most, and takes files in modals only. */
  private static void checkElements(JsonNode view, Place place) {
    int focused = 0;
    List<JsonNode> blocks = blocksOf(view);
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode element = blocks.get(i).path("element");
      boolean file = element.path("type").asText().equals("file_input");
      if (file && !view.path("type").asText().equals("modal")) {
        place.child(i).child("element").refuse("unsupported type: file_input");
      }
      if (blocks.get(i).toString().contains("\"focus_on_load\":true") && ++focused > 1) {
        place.child(i).refuse("only one element may have `focus_on_load`");
      }
    }
  }

  private static List<JsonNode> blocksOf(JsonNode view) {
    List<JsonNode> blocks = new ArrayList<>();
    view.path("blocks").forEach(blocks::add);
    return blocks;
  }
}
