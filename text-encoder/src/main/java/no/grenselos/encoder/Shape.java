package no.grenselos.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model takes and gives.
 *
 * @param typed whether it wants {@code token_type_ids}
 * @param output the one we read
 * @param pooled whether the output is a vector a text already; else it is one a word piece
 */
record Shape(boolean typed, String output, boolean pooled) {
  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String TYPES = "token_type_ids";

  /**
   * @throws IllegalStateException when it is no sentence model; says in what
   */
  static Shape of(OrtSession session) throws OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
      boolean fits = Set.of(IDS, MASK, TYPES).contains(input.getKey());
      if (!fits || !is(input.getValue(), OnnxJavaType.INT64, 2))
        throw odd("wants", input.getValue());
    }
    for (String needed : List.of(IDS, MASK)) {
      if (!inputs.containsKey(needed)) throw new IllegalStateException("has no input " + needed);
    }
    boolean typed = inputs.containsKey(TYPES);
    for (String name : List.of("last_hidden_state", "")) {
      for (NodeInfo output : session.getOutputInfo().values()) {
        boolean named = name.isEmpty() || output.getName().equals(name);
        if (named && is(output, OnnxJavaType.FLOAT, 3))
          return new Shape(typed, output.getName(), false);
      }
    }
    for (NodeInfo output : session.getOutputInfo().values()) {
      boolean named = output.getName().equals("sentence_embedding");
      if (named && is(output, OnnxJavaType.FLOAT, 2))
        return new Shape(typed, output.getName(), true);
    }
    throw new IllegalStateException(
        "gives "
            + session.getOutputNames()
            + ", but neither floats [texts, pieces, size] nor \"sentence_embedding\"");
  }

  private static IllegalStateException odd(String verb, NodeInfo node) {
    return new IllegalStateException(verb + " \"" + node.getName() + "\" as " + node.getInfo());
  }

  private static boolean is(NodeInfo node, OnnxJavaType type, int rank) {
    return node.getInfo() instanceof TensorInfo tensor
        && tensor.type == type
        && tensor.getShape().length == rank;
  }
}
