package no.grenselos.playground.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictCardsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'TextBlock','text':'a','wrap':true,'size':'medium','weight':'bolder',"
            + "'color':'attention','isSubtle':true,'maxLines':3,'style':'heading','id':'t'}",
        "{'type':'RichTextBlock','inlines':['a',{'type':'TextRun','text':'b','italic':true,"
            + "'selectAction':{'type':'Action.OpenUrl','url':'https://a.example/b?c=d'}}]}",
        "{'type':'Container','style':'emphasis','bleed':true,'items':[{'type':'Container',"
            + "'items':[],'selectAction':{'type':'Action.Execute','verb':'open'}}]}",
        "{'type':'ColumnSet','columns':[{'type':'Column','width':'auto','items':[]},"
            + "{'type':'Column','width':2,'rtl':true},{'type':'Column','width':'50px'}]}",
        "{'type':'FactSet','facts':[{'title':'a','value':'b'}],'separator':true}",
        "{'type':'Image','url':'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
            + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==','altText':'x','size':'small',"
            + "'style':'person'}",
        "{'type':'ActionSet','actions':[{'type':'Action.ToggleVisibility','targetElements':"
            + "['t',{'elementId':'u','isVisible':false}]}]}",
        "{'type':'Input.Text','id':'a','label':'L','isRequired':true,'errorMessage':'E',"
            + "'isMultiline':true,'maxLength':100,'value':'v'}",
        "{'type':'Input.ChoiceSet','id':'a','style':'filtered','choices':[{'title':'A',"
            + "'value':'a'}],'isMultiSelect':true,'value':'a'}",
        "{'type':'Input.ChoiceSet','id':'a','choices':[],'choices.data':{'type':'Data.Query',"
            + "'dataset':'graph.microsoft.com/users'}}",
        "{'type':'Input.Date','id':'a','min':'2026-01-01','value':'2026-11-23'}",
        "{'type':'Input.Time','id':'a','max':'16:00'}",
        "{'type':'Input.Number','id':'a','min':1,'max':5,'value':3}",
        "{'type':'Input.Toggle','id':'a','title':'T','valueOn':'yes','valueOff':'no'}",
        "{'type':'TextBlock','text':'new','fallback':{'type':'TextBlock','text':'old'}}",
        "{'type':'TextBlock','text':'new','fallback':'drop'}"
      })
  void whatTeamsShowsIsTaken(String element) {
    assertThat(faults(element, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Action.Execute','verb':'claim','title':'Mine','id':'c','data':{'a':1},"
            + "'style':'positive','mode':'secondary','tooltip':'t','associatedInputs':'none',"
            + "'fallback':{'type':'Action.Submit','title':'Mine','data':{'a':1}}}",
        "{'type':'Action.Submit','title':'Open','data':{'msteams':{'type':'task/fetch'}}}",
        "{'type':'Action.OpenUrl','url':'https://a.example/'}",
        "{'type':'Action.ShowCard','title':'More','card':{'type':'AdaptiveCard','body':"
            + "[{'type':'Input.Text','id':'inner'}],'actions':[{'type':'Action.Submit'}]}}"
      })
  void whatPeopleMayPressIsTaken(String action) {
    assertThat(faults("", action)).isEmpty();
  }

  static Stream<Arguments> wrongElements() {
    return Stream.of(
        Arguments.of("{'type':'Carousel'}", "/body/0/type"),
        Arguments.of("{'text':'no type'}", "/body/0"),
        Arguments.of("{'type':'TextBlock'}", "/body/0"),
        Arguments.of("{'type':'TextBlock','text':null}", "/body/0"),
        Arguments.of("{'type':'TextBlock','text':'a','id':null}", "/body/0/id"),
        Arguments.of("{'type':'TextBlock','text':'a','bold':true}", "/body/0"),
        Arguments.of("{'type':'TextBlock','text':'a','size':'huge'}", "/body/0/size"),
        Arguments.of("{'type':'TextBlock','text':'a','wrap':'yes'}", "/body/0/wrap"),
        Arguments.of("{'type':'Container','items':[],'rtl':true}", "/body/0"),
        Arguments.of("{'type':'ColumnSet','columns':[{'type':'Container'}]}", "/body/0/columns/0"),
        Arguments.of("{'type':'FactSet','facts':[{'title':'a'}]}", "/body/0/facts/0"),
        Arguments.of("{'type':'Image','url':'not an address'}", "/body/0/url"),
        Arguments.of("{'type':'Input.Text'}", "/body/0"),
        Arguments.of("{'type':'Input.ChoiceSet','id':'a'}", "/body/0"),
        Arguments.of("{'type':'Input.Toggle','id':'a'}", "/body/0"),
        Arguments.of("{'type':'Input.Date','id':'a','value':'today'}", "/body/0/value"),
        Arguments.of(
            "{'type':'Input.ChoiceSet','id':'a','choices.data':{'type':'Data.Query',"
                + "'dataset':'mine'}}",
            "/body/0/choices.data/dataset"),
        Arguments.of(
            "{'type':'Container','items':[],'selectAction':{'type':'Action.ShowCard',"
                + "'card':{'type':'AdaptiveCard'}}}",
            "/body/0/selectAction/type"),
        Arguments.of(
            "{'type':'RichTextBlock','inlines':[{'text':'no type'}]}", "/body/0/inlines/0"));
  }

  @ParameterizedTest
  @MethodSource("wrongElements")
  void aWrongElementIsRefusedWhereItIsWrong(String element, String pointer) {
    assertThat(pointers(faults(element, ""))).anyMatch(each -> each.startsWith(pointer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Action.Execute','title':'no verb'}",
        "{'type':'Action.Submit','verb':'x'}",
        "{'type':'Action.Submit','data':'text'}",
        "{'type':'Action.Submit','data':{'msteams':{'type':'imBack'}}}",
        "{'type':'Action.OpenUrl'}",
        "{'type':'Action.Http','url':'https://a.example/'}",
        "{'type':'Action.Submit','style':'red'}",
        "{'type':'Action.ShowCard','card':{'type':'AdaptiveCard','body':[{'type':'X'}]}}"
      })
  void aWrongActionIsRefused(String action) {
    assertThat(pointers(faults("", action))).isNotEmpty().allMatch(at -> at.startsWith("/actions"));
  }

  @Test
  void theCardItselfNeedsTypeAndVersionAndMayHaveTeamsOwnThings() {
    assertThat(faults("{'type':'AdaptiveCard'}")).isNotEmpty();
    assertThat(faults("{'version':'1.5'}")).isNotEmpty();
    assertThat(faults("{'type':'AdaptiveCard','version':'1.6'}")).isNotEmpty();
    assertThat(faults("{'type':'AdaptiveCard','version':'1.5','msteams':{'width':'wide'}}"))
        .isNotEmpty();
    assertThat(
            faults(
                "{'type':'AdaptiveCard','version':'1.5','$schema':"
                    + "'http://adaptivecards.io/schemas/adaptive-card.json','lang':'nb','rtl':false,"
                    + "'speak':'s','fallbackText':'f','msteams':{'width':'Full','entities':[{'type':"
                    + "'mention','text':'<at>Ana</at>','mentioned':{'id':'29:1','name':'Ana'}}]}}"))
        .isEmpty();
  }

  @Test
  void aCardRefreshesForSixtyPeopleAtMost() {
    assertThat(faults(refreshing(60))).isEmpty();
    assertThat(pointers(faults(refreshing(61)))).containsExactly("/refresh/userIds");
    assertThat(faults("{'type':'AdaptiveCard','version':'1.5','refresh':{'userIds':[]}}"))
        .isNotEmpty();
  }

  @Test
  void aBarHoldsSixActions() {
    String action = "{'type':'Action.Submit'}";
    assertThat(faults("", times(6, action))).isEmpty();
    assertThat(pointers(faults("", times(7, action)))).containsExactly("/actions");
    assertThat(pointers(faults("{'type':'ActionSet','actions':[" + times(7, action) + "]}", "")))
        .containsExactly("/body/0/actions");
  }

  @Test
  void noInputIdIsThereTwiceAlsoInACardThatIsShown() {
    String input = "{'type':'Input.Text','id':'a'}";
    String show =
        "{'type':'Action.ShowCard','card':{'type':'AdaptiveCard','body':[" + input + "]}}";

    assertThat(faults(input, "")).isEmpty();
    assertThat(faults(times(2, input), "")).hasSize(1);
    assertThat(faults(input, show)).hasSize(1);
  }

  private static String refreshing(int people) {
    String ids =
        IntStream.range(0, people).mapToObj(i -> "'29:" + i + "'").collect(Collectors.joining(","));
    return "{'type':'AdaptiveCard','version':'1.5','refresh':{'action':{'type':'Action.Execute',"
        + "'verb':'refresh'},'userIds':["
        + ids
        + "]}}";
  }

  private static String times(int count, String json) {
    return String.join(",", Collections.nCopies(count, json));
  }

  private static List<Fault> faults(String body, String actions) {
    return faults(
        "{'type':'AdaptiveCard','version':'1.5','body':["
            + body
            + "],'actions':["
            + actions
            + "]}");
  }

  private static List<Fault> faults(String card) {
    JsonNode json = Json.parse(card.replace('\'', '"'));
    return StrictCards.in(json);
  }

  private static List<String> pointers(List<Fault> faults) {
    return faults.stream().map(Fault::pointer).toList();
  }
}
