package no.grenselos.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged model, with a count of how often it was read. */
record CountedFiles(AtomicInteger loads) implements ModelFiles {
  private static final ModelFiles PACKAGED =
      new Packaged("bge-small-en-v1.5-q.onnx", "bge-small-en-v1.5-q-tokenizer.json");

  @Override
  public String model() {
    return PACKAGED.model();
  }

  @Override
  public String pieces() {
    return PACKAGED.pieces();
  }

  @Override
  public OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
      throws IOException, OrtException {
    loads.incrementAndGet();
    return PACKAGED.session(environment, options);
  }

  @Override
  public HuggingFaceTokenizer tokenizer(Map<String, String> options) throws IOException {
    return PACKAGED.tokenizer(options);
  }
}
