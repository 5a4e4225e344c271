package no.grenselos.encoder;

import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;

/** A model with its word pieces, both in memory. */
record Loaded(WordPieces pieces, Model model) implements AutoCloseable {
  /**
   * Reads both files.
   *
   * @throws IllegalStateException with the file, what is wrong with it and what to do
   */
  static Loaded read(ModelFiles files, Recipe recipe) {
    WordPieces pieces = pieces(files, recipe);
    try {
      return new Loaded(pieces, model(files, recipe));
    } catch (RuntimeException e) {
      pieces.close();
      throw e;
    }
  }

  /**
   * DJL looks for its native code with the thread's loader; that of a pool's thread does not see
   * into the packed application.
   */
  private static WordPieces pieces(ModelFiles files, Recipe recipe) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Loaded.class.getClassLoader());
    try {
      return readPieces(files, recipe);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static WordPieces readPieces(ModelFiles files, Recipe recipe) {
    try {
      Natives.prepare();
      WordPieces pieces = WordPieces.read(files, recipe);
      Natives.loaded();
      return pieces;
    } catch (LinkageError | AssertionError | EngineException | IllegalStateException e) {
      throw unusable("DJL's tokenizer", e + Natives.advice(), e);
    } catch (IOException | RuntimeException e) {
      String todo = "; \"tokenizer\" names the tokenizer.json that belongs to the model";
      throw unusable(files.pieces(), reason(e) + todo, e);
    }
  }

  private static Model model(ModelFiles files, Recipe recipe) {
    try (OrtSession.SessionOptions options = Model.options()) {
      OrtEnvironment environment = environment();
      OrtSession session = files.session(environment, options);
      try {
        return Model.of(environment, session, recipe.pooling());
      } catch (IllegalStateException e) {
        session.close();
        throw e;
      }
    } catch (LinkageError e) {
      throw unusable("ONNX Runtime", e + Natives.advice(), e);
    } catch (IOException | OrtException | RuntimeException e) {
      String todo =
          "; \"model\" names a sentence model exported to ONNX with inputs input_ids and"
              + " attention_mask and output last_hidden_state";
      throw unusable(files.model(), reason(e) + todo, e);
    }
  }

  /**
   * One a process; its own warnings about a model's graph would go past our log to the terminal.
   */
  private static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "grenselos");
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private static IllegalStateException unusable(String file, String why, Throwable cause) {
    return new IllegalStateException("encoder: cannot use " + file + ": " + why, cause);
  }

  @Override
  public void close() {
    pieces.close();
    try {
      model.close();
    } catch (OrtException e) {
      throw new IllegalStateException("encoder: could not be closed: " + e.getMessage(), e);
    }
  }
}
