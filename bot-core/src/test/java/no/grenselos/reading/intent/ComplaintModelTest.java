package no.grenselos.reading.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.reading.Intent;
import no.grenselos.reading.TextEncoder;
import org.junit.jupiter.api.Test;

class ComplaintModelTest {
  private static final List<LabelledText> TRAIN = labelled("examples.tsv");
  private static final List<LabelledText> TEST = labelled("held-out.tsv");

  @Test
  void whatIsTrainedTellsUnseenComplaints() {
    ComplaintModel model = ComplaintModel.train(TRAIN.subList(0, 400));

    long right = TEST.stream().filter(t -> model.complaint(t.text()) == t.complaint()).count();
    assertThat((double) right / TEST.size()).isGreaterThan(0.8);
    assertThat(model.threshold()).isBetween(0.1, 0.9);
  }

  @Test
  void aStreamsOwnWordsAreLearned() {
    List<LabelledText> rows = new ArrayList<>(TRAIN.subList(0, 200));
    for (int i = 0; i < 30; i++) rows.add(new LabelledText("gizmo number " + i, true));

    assertThat(ComplaintModel.train(rows).probability("the gizmo"))
        .isGreaterThan(ComplaintModel.train(TRAIN.subList(0, 200)).probability("the gizmo"));
  }

  @Test
  void trainingTwiceGivesTheSame() {
    List<LabelledText> rows = TRAIN.subList(0, 150);

    assertThat(ComplaintModel.train(rows).probability("still no refund"))
        .isEqualTo(ComplaintModel.train(rows).probability("still no refund"));
  }

  @Test
  void anEncodersVectorsCount() {
    ComplaintModel model = ComplaintModel.train(TRAIN.subList(0, 150), new LengthEncoder());

    assertThat(model.probability("x")).isNotEqualTo(model.probability("x".repeat(200)));
  }

  @Test
  void tooFewRowsAreRefusedWithTheirNumber() {
    assertThatThrownBy(() -> ComplaintModel.train(List.of(new LabelledText("a", true))))
        .hasMessageContaining("1 complaints and 0 others");
  }

  private static List<LabelledText> labelled(String resource) {
    return Figures.examples(resource).stream()
        .map(one -> new LabelledText(one.text(), one.intents().contains(Intent.COMPLAINT)))
        .toList();
  }

  /** A text's length as its meaning. */
  private static final class LengthEncoder implements TextEncoder {
    @Override
    public String name() {
      return "length";
    }

    @Override
    public List<float[]> encode(List<String> texts) {
      return texts.stream()
          .map(text -> text.length() > 60 ? new float[] {1, 0} : new float[] {0, 1})
          .toList();
    }

    @Override
    public void close() {}
  }
}
