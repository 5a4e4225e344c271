package no.grenselos.playground.slack.block;

import static no.grenselos.playground.slack.block.Composition.ID;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** The interactive elements and the blocks that may hold them (docs.slack.dev, block elements). */
final class Elements {
  private static final Rule PLACEHOLDER = Composition.plain(150);
  private static final Rule DATE = Rule.form("\\d{4}-[01]\\d-[0-3]\\d", "YYYY-MM-DD");
  private static final Rule TIME = Rule.form("[012]\\d:[0-5]\\d", "HH:mm");

  private Elements() {}

  /** Elements of an actions block. */
  static List<Shape> inActions() {
    return join(
        List.of(button(), overflow(), checkboxes(), radio(), date()),
        List.of(time()),
        List.of(dateTime()),
        selects());
  }

  static List<Shape> inSection() {
    return join(inActions(), multiSelects(), List.of(image()));
  }

  static List<Shape> inInput() {
    return join(
        List.of(plainInput(), typedInput("email_text_input"), typedInput("url_text_input")),
        List.of(number(), richTextInput(), checkboxes(), radio(), dateTime()),
        List.of(date(), time()),
        List.of(fileInput()),
        selects(),
        multiSelects());
  }

  static Shape image() {
    return Shape.of("image")
        .may("image_url", Rule.url())
        .may("slack_file", Composition.slackFile())
        .must("alt_text", Rule.string(1, 2_000))
        .mustHaveOneOf("image_url", "slack_file")
        .also(Composition.notBoth("image_url", "slack_file"));
  }

  private static Shape button() {
    return Shape.of("button")
        .must("text", Composition.plain(75))
        .may("action_id", ID)
        .may("url", Rule.url())
        .may("value", Rule.string(0, 2_000))
        .may("style", Rule.oneOf("primary", "danger"))
        .may("confirm", Composition.confirm())
        .may("accessibility_label", Rule.string(1, 75));
  }

  private static Shape overflow() {
    return Shape.of("overflow")
        .may("action_id", ID)
        .must("options", Rule.list(1, 5, Composition.overflowOption()))
        .may("confirm", Composition.confirm());
  }

  private static Shape checkboxes() {
    return focusable("checkboxes")
        .must("options", Rule.list(1, 10, Composition.option()))
        .may("initial_options", Rule.list(1, 10, Composition.option()))
        .also(Initials.offered("initial_options"));
  }

  private static Shape radio() {
    return focusable("radio_buttons")
        .must("options", Rule.list(1, 10, Composition.option()))
        .may("initial_option", Composition.option())
        .also(Initials.offered("initial_option"));
  }

  private static Shape date() {
    return select("datepicker").may("initial_date", DATE);
  }

  private static Shape time() {
    return select("timepicker").may("initial_time", TIME).may("timezone", Rule.string(1, 100));
  }

  private static Shape dateTime() {
    return focusable("datetimepicker").may("initial_date_time", Rule.whole(0, Integer.MAX_VALUE));
  }

  private static List<Shape> selects() {
    return List.of(
        ofOptions("static_select", "initial_option", Composition.option()),
        select("external_select")
            .may("initial_option", Composition.option())
            .may("min_query_length", Rule.whole(0, 100)),
        select("users_select").may("initial_user", ID),
        select("channels_select")
            .may("initial_channel", ID)
            .may("response_url_enabled", Rule.flag()),
        conversations("conversations_select").may("initial_conversation", ID));
  }

  private static List<Shape> multiSelects() {
    Rule options = Rule.list(1, 100, Composition.option());
    Rule ids = Rule.list(1, 100, ID);
    return List.of(
        many(ofOptions("multi_static_select", "initial_options", options)),
        many(select("multi_external_select")).may("initial_options", options),
        many(select("multi_users_select")).may("initial_users", ids),
        many(select("multi_channels_select")).may("initial_channels", ids),
        many(conversations("multi_conversations_select")).may("initial_conversations", ids));
  }

  private static Shape ofOptions(String type, String initialName, Rule initial) {
    return select(type)
        .may("options", Rule.list(1, 100, Composition.option()))
        .may("option_groups", Rule.list(1, 100, Composition.optionGroup()))
        .may(initialName, initial)
        .mustHaveOneOf("options", "option_groups")
        .also(Initials.eitherOptionsOrGroups())
        .also(Initials.offered(initialName))
        .also(Initials.atMostSelected(initialName));
  }

  private static Shape conversations(String type) {
    return select(type)
        .may("default_to_current_conversation", Rule.flag())
        .may("response_url_enabled", Rule.flag())
        .may("filter", Composition.filter());
  }

  private static Shape many(Shape select) {
    return select.may("max_selected_items", Rule.whole(1, 100));
  }

  private static Shape select(String type) {
    return focusable(type).may("placeholder", PLACEHOLDER);
  }

  private static Shape plainInput() {
    return typedInput("plain_text_input")
        .may("multiline", Rule.flag())
        .may("min_length", Rule.whole(0, 3_000))
        .may("max_length", Rule.whole(1, 3_000))
        .also(Initials.fitting());
  }

  private static Shape number() {
    return typedInput("number_input")
        .must("is_decimal_allowed", Rule.flag())
        .may("min_value", Rule.string(1, 50))
        .may("max_value", Rule.string(1, 50));
  }

  private static Shape typedInput(String type) {
    return select(type)
        .may("initial_value", Rule.string(0, 3_000))
        .may("dispatch_action_config", Composition.dispatch());
  }

  private static Shape richTextInput() {
    return select("rich_text_input")
        .may("initial_value", RichText.block())
        .may("dispatch_action_config", Composition.dispatch());
  }

  private static Shape fileInput() {
    return Shape.of("file_input")
        .may("action_id", ID)
        .may("filetypes", Rule.list(1, 100, Rule.string(1, 50)))
        .may("max_files", Rule.whole(1, 10));
  }

  private static Shape focusable(String type) {
    return Shape.of(type)
        .may("action_id", ID)
        .may("focus_on_load", Rule.flag())
        .may("confirm", Composition.confirm());
  }

  @SafeVarargs
  private static List<Shape> join(List<Shape>... lists) {
    List<Shape> all = new ArrayList<>();
    for (List<Shape> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }
}
