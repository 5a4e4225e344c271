package no.grenselos.playground.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  private static final String ONE = "{'text':{'type':'plain_text','text':'One'},'value':'1'}";
  private static final String OTHER = "{'text':{'type':'plain_text','text':'one'},'value':'1'}";

  @Test
  void aFirstChoiceMustBeOfferedInTheSameWords() {
    String select = "{'type':'static_select','action_id':'a','options':[%s],'initial_option':%s}";

    assertThat(faults(select.formatted(ONE, ONE))).isEmpty();
    assertThat(faults(select.formatted(ONE, OTHER)))
        .containsExactly(
            "must be found within `options` or `option_groups`"
                + " [json-pointer:/view/blocks/0/element/initial_option]");
  }

  @Test
  void firstChoicesAreNoMoreThanMayBeChosen() {
    String select =
        "{'type':'multi_static_select','action_id':'a','options':[%s,%s],"
            + "'initial_options':[%s,%s],'max_selected_items':1}";
    String two = ONE.replace("'1'", "'2'");

    assertThat(faults(select.formatted(ONE, two, ONE, two)))
        .singleElement()
        .asString()
        .contains("no more than 1 items allowed");
  }

  @Test
  void optionsAndGroupsAreNotGivenTogether() {
    String both =
        "{'type':'static_select','action_id':'a','options':[%s],'option_groups':[{'label':"
            + "{'type':'plain_text','text':'G'},'options':[%s]}]}";

    assertThat(faults(both.formatted(ONE, ONE))).singleElement().asString().contains("not both");
  }

  @ParameterizedTest
  @CsvSource({
    "datepicker, initial_date, 2026-11-24, true",
    "datepicker, initial_date, 24.11.2026, false",
    "timepicker, initial_time, 08:30, true",
    "timepicker, initial_time, 8.30, false"
  })
  void firstDaysAndTimesHaveOneForm(String type, String field, String value, boolean fine) {
    String element = "{'type':'%s','action_id':'a','%s':'%s'}".formatted(type, field, value);

    assertThat(faults(element).isEmpty()).isEqualTo(fine);
  }

  @Test
  void aFirstTextFitsItsField() {
    String text = "{'type':'plain_text_input','action_id':'a','max_length':3,'initial_value':'%s'}";

    assertThat(faults(text.formatted("abc"))).isEmpty();
    assertThat(faults(text.formatted("abcd")))
        .singleElement()
        .asString()
        .contains("must be less than 4 characters");
  }

  @Test
  void onlyOneElementOfAViewHasTheCursor() {
    String focused = "{'type':'plain_text_input','action_id':'a','focus_on_load':true}";

    assertThat(faults(focused)).isEmpty();
    assertThat(faults(focused, focused)).singleElement().asString().contains("focus_on_load");
  }

  private static List<String> faults(String... elements) {
    StringBuilder blocks = new StringBuilder();
    for (String element : elements) {
      blocks.append(blocks.isEmpty() ? "" : ",");
      blocks.append("{'type':'input','label':{'type':'plain_text','text':'L'},'element':");
      blocks.append(element).append("}");
    }
    String view =
        "{'type':'modal','title':{'type':'plain_text','text':'T'},'submit':"
            + "{'type':'plain_text','text':'S'},'blocks':["
            + blocks
            + "]}";
    return StrictBlocks.inView(Json.parse(view.replace('\'', '"'))).stream()
        .map(Fault::line)
        .toList();
  }
}
