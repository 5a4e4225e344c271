package no.grenselos.reading.language;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.AbstractModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;

/** Reads OpenNLP's model of languages straight into a {@link CompactModel}. */
final class CompactReader extends AbstractModelReader {
  private static final String ENTRY = "langdetect.model";

  private CompactReader(InputStream model) {
    super(new BinaryFileDataReader(new BufferedInputStream(model)));
  }

  /**
   * @param zip a model as OpenNLP packs it
   * @throws UncheckedIOException when it cannot be read or is of another kind
   */
  static LanguageDetectorModel read(InputStream zip) {
    try (ZipInputStream entries = new ZipInputStream(zip)) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        if (entry.getName().equals(ENTRY)) return detector(new CompactReader(entries).getModel());
      }
      throw new IOException("no " + ENTRY + " in the model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LanguageDetectorModel detector(AbstractModel model) {
    return new LanguageDetectorModel(model, Map.of(), new LanguageDetectorFactory());
  }

  @Override
  public void checkModelType() throws IOException {
    String type = readUTF();
    if (!type.equals("GIS")) throw new IOException("a model of type " + type + ", not GIS");
  }

  /** In the order of OpenNLP's GISModelReader; the first two numbers are of an older form. */
  @Override
  public CompactModel constructModel() throws IOException {
    int unusedCorrection = readInt();
    double unusedParameter = readDouble();
    String[] names = getOutcomes();
    int[][] patterns = getOutcomePatterns();
    GramTable grams = grams();
    int[] starts = starts(patterns, grams.size());
    byte[] outcomes = new byte[starts[grams.size()]];
    float[] weights = new float[outcomes.length];
    int at = 0;
    for (int[] pattern : patterns) {
      for (int gram = 0; gram < pattern[0]; gram++) {
        for (int i = 1; i < pattern.length; i++, at++) {
          outcomes[at] = (byte) pattern[i];
          weights[at] = (float) readDouble();
        }
      }
    }
    return new CompactModel(names, grams, starts, outcomes, weights);
  }

  private GramTable grams() throws IOException {
    int count = readInt();
    GramTable grams = new GramTable(count);
    for (int i = 0; i < count; i++) grams.add(readUTF());
    return grams;
  }

  /** A pattern is how many grams have it, then the outcomes that each of them speaks for. */
  private static int[] starts(int[][] patterns, int grams) {
    int[] starts = new int[grams + 1];
    int gram = 0;
    for (int[] pattern : patterns) {
      for (int i = 0; i < pattern[0]; i++, gram++) {
        starts[gram + 1] = starts[gram] + pattern.length - 1;
      }
    }
    return starts;
  }
}
