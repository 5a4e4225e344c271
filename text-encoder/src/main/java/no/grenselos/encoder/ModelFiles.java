package no.grenselos.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a model's two files come from. Nothing is read before it is asked for. */
interface ModelFiles {
  /** What an error calls the model's file. */
  String model();

  /** What an error calls the file of word pieces. */
  String pieces();

  OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
      throws IOException, OrtException;

  HuggingFaceTokenizer tokenizer(Map<String, String> options) throws IOException;

  /** Files the operator has. Read by path, so that weights in a file of their own are found too. */
  record OnDisk(Path onnx, Path tokenizer) implements ModelFiles {
    @Override
    public String model() {
      return onnx.toString();
    }

    @Override
    public String pieces() {
      return tokenizer.toString();
    }

    @Override
    public OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws IOException, OrtException {
      readable(onnx);
      return environment.createSession(onnx.toString(), options);
    }

    @Override
    public HuggingFaceTokenizer tokenizer(Map<String, String> options) throws IOException {
      readable(tokenizer);
      try (InputStream stream = Files.newInputStream(tokenizer)) {
        return HuggingFaceTokenizer.newInstance(stream, options);
      }
    }

    private static void readable(Path file) throws IOException {
      if (!Files.exists(file)) throw new IOException("there is no such file");
      if (!Files.isRegularFile(file)) throw new IOException("it is not a file");
      if (!Files.isReadable(file)) throw new IOException("it may not be read by this user");
    }
  }

  /** Files in a jar on the class path. */
  record Packaged(String onnx, String tokenizer) implements ModelFiles {
    @Override
    public String model() {
      return onnx + " (packaged)";
    }

    @Override
    public String pieces() {
      return tokenizer + " (packaged)";
    }

    @Override
    public OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws IOException, OrtException {
      return environment.createSession(outsideTheHeap(), options);
    }

    @Override
    public HuggingFaceTokenizer tokenizer(Map<String, String> options) throws IOException {
      try (InputStream stream = open(tokenizer)) {
        return HuggingFaceTokenizer.newInstance(stream, options);
      }
    }

    /** 34 MB: as an array they would make the heap grow for good, and be copied once more. */
    private ByteBuffer outsideTheHeap() throws IOException {
      URL place = ModelFiles.class.getResource("/" + onnx);
      if (place == null) throw missing();
      URLConnection connection = place.openConnection();
      try (InputStream stream = connection.getInputStream()) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(connection.getContentLength());
        byte[] chunk = new byte[1 << 16];
        for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) buffer.put(chunk, 0, n);
        return buffer.flip();
      }
    }

    private static IOException missing() {
      return new IOException("it is not on the class path");
    }

    private static InputStream open(String name) throws IOException {
      InputStream stream = ModelFiles.class.getResourceAsStream("/" + name);
      if (stream == null) throw missing();
      return stream;
    }
  }
}
