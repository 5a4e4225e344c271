package no.grenselos.playground.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictBlocksTest {
  private static final String DIVIDER = "{'type':'divider'}";
  private static final String SECTION = "{'type':'section','text':" + plain("x") + "}";

  static Stream<Arguments> limitsOfMessages() {
    return Stream.of(
        limit("blocks", 50, n -> times(n, i -> DIVIDER)),
        limit("section text", 3_000, n -> "{'type':'section','text':" + mrkdwn(n) + "}"),
        limit("section fields", 10, n -> fields(times(n, i -> plain("x")))),
        limit("section field text", 2_000, n -> fields(mrkdwn(n))),
        limit("header text", 150, n -> "{'type':'header','text':" + plain(x(n)) + "}"),
        limit("context elements", 10, n -> context(times(n, i -> mrkdwn(1)))),
        limit(
            "actions elements", 25, n -> actions(times(n, i -> button("'action_id':'" + i + "'")))),
        limit("button text", 75, n -> actions("{'type':'button','text':" + plain(x(n)) + "}")),
        limit("button value", 2_000, n -> actions(button("'value':'" + x(n) + "'"))),
        limit(
            "button url",
            3_000,
            n -> actions(button("'url':'https://a.example/" + x(n - 18) + "'"))),
        limit("action_id", 255, n -> actions(button("'action_id':'" + x(n) + "'"))),
        limit("block_id", 255, n -> "{'type':'divider','block_id':'" + x(n) + "'}"),
        limit("overflow options", 5, n -> actions(overflow(times(n, i -> option("x", "v"))))),
        limit("option text", 75, n -> actions(overflow(option(x(n), "v")))),
        limit("option value", 150, n -> actions(overflow(option("x", x(n))))),
        limit("select options", 100, n -> actions(select(times(n, i -> option("x", "v" + i)), ""))),
        limit(
            "placeholder",
            150,
            n -> actions(select(option("x", "v"), ",'placeholder':" + plain(x(n))))),
        limit(
            "alt_text",
            2_000,
            n ->
                "{'type':'image','image_url':'https://a.example/i.png',"
                    + "'alt_text':'"
                    + x(n)
                    + "'}"),
        limit("markdown", 12_000, n -> "{'type':'markdown','text':'" + x(n) + "'}"),
        limit(
            "input label",
            2_000,
            n ->
                "{'type':'input','label':"
                    + plain(x(n))
                    + ",'element':{'type':'plain_text_input'}}"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("limitsOfMessages")
  void aMessageMayReachTheLimitAndNotPassIt(String name, int max, IntFunction<String> blocks) {
    assertThat(message(blocks.apply(max))).as("%s at %d", name, max).isEmpty();
    assertThat(message(blocks.apply(max + 1))).as("%s at %d", name, max + 1).isNotEmpty();
  }

  static Stream<Arguments> limitsOfViews() {
    return Stream.of(
        limit("title", 24, n -> view(SECTION, x(n), "")),
        limit("submit", 24, n -> view(SECTION, "x", ",'submit':" + plain(x(n)))),
        limit("close", 24, n -> view(SECTION, "x", ",'close':" + plain(x(n)))),
        limit("blocks", 100, n -> view(times(n, i -> DIVIDER), "x", "")),
        limit(
            "private_metadata",
            3_000,
            n -> view(SECTION, "x", ",'private_metadata':'" + x(n) + "'")),
        limit("callback_id", 255, n -> view(SECTION, "x", ",'callback_id':'" + x(n) + "'")),
        limit("external_id", 255, n -> view(SECTION, "x", ",'external_id':'" + x(n) + "'")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("limitsOfViews")
  void aViewMayReachTheLimitAndNotPassIt(String name, int max, IntFunction<String> view) {
    assertThat(StrictBlocks.inView(json(view.apply(max)))).as("%s at %d", name, max).isEmpty();
    assertThat(StrictBlocks.inView(json(view.apply(max + 1)))).as("%s over", name).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatSlackDoesNotKnowIsRefusedWithItsPlace(String blocks, String pointer, String reason) {
    assertThat(message(blocks))
        .anySatisfy(fault -> {
          assertThat(fault.pointer()).isEqualTo(pointer);
          assertThat(fault.reason()).contains(reason);
        });
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("{'type':'banner'}", "/blocks/0/type", "unsupported type: banner"),
        Arguments.of("{'type':'divider','color':'red'}", "/blocks/0", "property: color"),
        Arguments.of("{'type':'section'}", "/blocks/0", "must define either"),
        Arguments.of("{'type':'header','text':" + mrkdwn(1) + "}", "/blocks/0/text/type", "mrkdwn"),
        Arguments.of(
            "{'type':'header','text':" + plain("") + "}", "/blocks/0/text/text", "more than 0"),
        Arguments.of("{'type':'actions','elements':[]}", "/blocks/0/elements", "no fewer than 1"),
        Arguments.of(actions("{'type':'knob'}"), "/blocks/0/elements/0/type", "unsupported type"),
        Arguments.of(actions(button("'style':'blue'")), "/blocks/0/elements/0/style", "enum"),
        Arguments.of(actions(button("'url':'nowhere'")), "/blocks/0/elements/0/url", "URL"),
        Arguments.of(
            "{'type':'image','image_url':'https://a.example/i.png'}", "/blocks/0", "alt_text"),
        Arguments.of(
            actions(button("'action_id':'a'") + "," + button("'action_id':'a'")),
            "/blocks/0/elements/1/action_id",
            "already exists"),
        Arguments.of(
            "{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}",
            "/blocks/1/block_id",
            "already exists: b"),
        Arguments.of(
            rich("{'type':'rich_text_section','elements':[{'type':'text'}]}"),
            "/blocks/0/elements/0/elements/0",
            "missing required field: text"),
        Arguments.of(
            rich("{'type':'rich_text_table','elements':[]}"),
            "/blocks/0/elements/0/type",
            "unsupported type"));
  }

  @Test
  void theSameActionIdInTwoBlocksIsFine() {
    String block = actions(button("'action_id':'a'"));

    assertThat(message(block + "," + block)).isEmpty();
  }

  @Test
  void richTextOfEveryKindIsTaken() {
    String section =
        "{'type':'rich_text_section','elements':[{'type':'text','text':'a','style':{'bold':true}},"
            + "{'type':'link','url':'https://a.example','text':'b'},{'type':'user','user_id':'U0ANA'},"
            + "{'type':'channel','channel_id':'C1'},{'type':'emoji','name':'eyes'},"
            + "{'type':'usergroup','usergroup_id':'S1'},{'type':'broadcast','range':'here'},"
            + "{'type':'date','timestamp':1,'format':'{date}','fallback':'then'},"
            + "{'type':'color','value':'#ff0000'}]}";
    String quote = "{'type':'rich_text_quote','elements':[{'type':'text','text':'a'}]}";
    String list = "{'type':'rich_text_list','style':'bullet','elements':[" + section + "]}";
    String code = "{'type':'rich_text_preformatted','elements':[{'type':'text','text':'a'}]}";

    assertThat(message(rich(section + "," + quote + "," + list + "," + code))).isEmpty();
  }

  @Test
  void anInputBlockInAModalNeedsASubmitButton() {
    String input =
        "{'type':'input','label':" + plain("x") + ",'element':{'type':'plain_text_input'}}";

    assertThat(StrictBlocks.inView(json(view(input, "x", "")))).isNotEmpty();
    assertThat(StrictBlocks.inView(json(view(input, "x", ",'submit':" + plain("Go"))))).isEmpty();
  }

  @Test
  void allTextIsAddedUpWhereverItStands() {
    String blocks =
        "{'type':'section','text':"
            + mrkdwn(100)
            + ",'fields':["
            + mrkdwn(50)
            + "]},"
            + rich(
                "{'type':'rich_text_section','elements':[{'type':'text','text':'" + x(7) + "'}]}");

    assertThat(StrictBlocks.totalText(json("[" + blocks + "]"))).isEqualTo(157);
  }

  private static List<Fault> message(String blocks) {
    return StrictBlocks.inMessage(json("[" + blocks + "]"));
  }

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private static Arguments limit(String name, int max, IntFunction<String> of) {
    return Arguments.of(name, max, of);
  }

  private static String times(int n, IntFunction<String> each) {
    return String.join(",", java.util.stream.IntStream.range(0, n).mapToObj(each).toList());
  }

  private static String x(int n) {
    return String.join("", Collections.nCopies(n, "x"));
  }

  private static String plain(String text) {
    return "{'type':'plain_text','text':'" + text + "'}";
  }

  private static String mrkdwn(int n) {
    return "{'type':'mrkdwn','text':'" + x(n) + "'}";
  }

  private static String fields(String texts) {
    return "{'type':'section','fields':[" + texts + "]}";
  }

  private static String context(String elements) {
    return "{'type':'context','elements':[" + elements + "]}";
  }

  private static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static String button(String more) {
    return "{'type':'button','text':" + plain("x") + "," + more + "}";
  }

  private static String overflow(String options) {
    return "{'type':'overflow','options':[" + options + "]}";
  }

  private static String select(String options, String more) {
    return "{'type':'static_select','options':[" + options + "]" + more + "}";
  }

  private static String option(String text, String value) {
    return "{'text':" + plain(text) + ",'value':'" + value + "'}";
  }

  private static String rich(String elements) {
    return "{'type':'rich_text','elements':[" + elements + "]}";
  }

  private static String view(String blocks, String title, String more) {
    return "{'type':'modal','title':" + plain(title) + ",'blocks':[" + blocks + "]" + more + "}";
  }
}
