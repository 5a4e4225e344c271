package no.grenselos.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model in memory. Safe for many threads until it is closed. */
final class Model implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Shape shape;
  private final Pooling pooling;

  private Model(OrtEnvironment environment, OrtSession session, Shape shape, Pooling pooling) {
    this.environment = environment;
    this.session = session;
    this.shape = shape;
    this.pooling = pooling;
  }

  /**
   * @throws IllegalStateException when the model is none we can use; says in what
   */
  static Model of(OrtEnvironment environment, OrtSession session, Pooling pooling)
      throws OrtException {
    return new Model(environment, session, Shape.of(session), pooling);
  }

  /** One thread, which sleeps while there is nothing to do: the cores are for all the service. */
  static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }

  /** A vector of length 1 for each text, given as word pieces; in their order. */
  List<float[]> run(List<long[]> texts) throws OrtException {
    int width = texts.stream().mapToInt(pieces -> pieces.length).max().orElse(1);
    try (Inputs inputs = new Inputs(texts, width);
        OrtSession.Result result = session.run(inputs.tensors, Set.of(shape.output()))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      long[] sizes = output.getInfo().getShape();
      return vectors(texts, width, output.getFloatBuffer(), (int) sizes[sizes.length - 1]);
    }
  }

  private List<float[]> vectors(List<long[]> texts, int width, FloatBuffer states, int dimension) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int row = 0; row < texts.size(); row++) {
      int first = row * dimension * (shape.pooled() ? 1 : width);
      Pooling fitting = shape.pooled() ? Pooling.CLS : pooling;
      vectors.add(unit(fitting.vector(states, first, texts.get(row).length, dimension)));
    }
    return vectors;
  }

  /** The same direction at length 1; a vector without a direction gets a fixed one. */
  static float[] unit(float[] vector) {
    double squares = 0;
    for (float x : vector) squares += (double) x * x;
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      float[] fixed = new float[vector.length];
      fixed[0] = 1;
      return fixed;
    }
    for (int i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] / length);
    return vector;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  /** The tensors of a batch, freed with it. */
  private final class Inputs implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

    Inputs(List<long[]> texts, int width) throws OrtException {
      long[] ids = new long[texts.size() * width];
      long[] mask = new long[ids.length];
      for (int row = 0; row < texts.size(); row++) {
        long[] pieces = texts.get(row);
        System.arraycopy(pieces, 0, ids, row * width, pieces.length);
        Arrays.fill(mask, row * width, row * width + pieces.length, 1);
      }
      long[] sizes = {texts.size(), width};
      tensors.put(Shape.IDS, OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), sizes));
      tensors.put(Shape.MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), sizes));
      if (shape.typed()) {
        LongBuffer types = LongBuffer.allocate(ids.length);
        tensors.put(Shape.TYPES, OnnxTensor.createTensor(environment, types, sizes));
      }
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
