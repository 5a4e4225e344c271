package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.copy.CopyPairs;

/** How well copies of one post are brought together, read in the order of the file. */
final class NearDuplicatesEvaluation {
  private NearDuplicatesEvaluation() {}

  private record Post(String id, CopyPairs.Post post) {}

  static Result run(Pack pack) {
    List<Post> posts = pack.test(NearDuplicatesEvaluation::post);
    pack.refuseIfBroken();
    CopyPairs pairs = CopyPairs.of(posts.stream().map(Post::post).toList());
    Figures figures =
        new Figures()
            .count("n", pairs.posts())
            .share("pairs_precision", pairs.precision())
            .share("pairs_recall", pairs.recall());
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", posts.get(i).id());
      values.put("expected", posts.get(i).post().group());
      values.put("copy_of", posts.get(pairs.leaders().get(i)).id());
      predictions.add(new Prediction(values));
    }
    return new Result(figures, predictions);
  }

  /** A post without a group is a group of its own. */
  private static Post post(Row row) {
    String group = row.optionalText("group").orElse("of its own, " + row.place());
    return new Post(row.text("id"), new CopyPairs.Post(group, row.text("text")));
  }
}
