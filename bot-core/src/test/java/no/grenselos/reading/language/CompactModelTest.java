package no.grenselos.reading.language;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactModelTest {
  private static final LanguageDetectorModel OURS = CompactReader.read(packed());
  private static final LanguageDetectorModel THEIRS = asOpenNlpReadsIt();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Strømmen er dyrere enn den har vært på ti år, og ingen svarer på telefonen.",
        "Straumen er dyrare enn han har vore på ti år, og ingen svarar på telefonen.",
        "Strømmen er dyrere end den har været i ti år, og ingen tager telefonen.",
        "Has anybody had their heat pump serviced by Lyngheia this winter?",
        "Wir warten seit drei Wochen auf eine Antwort.",
        "Où est passée ma facture de mars ?",
        "Где мой счёт за электричество?",
        "電気代が高すぎます。",
        "Faturam neden bu kadar yüksek? 😡 #elektrik @lyngheia",
        "x",
        ""
      })
  void saysWhatOpenNlpsOwnModelSays(String text) {
    Map<String, Double> theirs = likelihoods(THEIRS, text);

    likelihoods(OURS, text)
        .forEach((code, likely) -> assertThat(likely).isCloseTo(theirs.get(code), within(1e-5)));
    assertThat(best(OURS, text)).isEqualTo(best(THEIRS, text));
  }

  @Test
  void aModelOfAnotherKindIsRefused() throws IOException {
    InputStream model = zip("langdetect.model", "Perceptron");

    assertThatThrownBy(() -> CompactReader.read(model))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a model of type Perceptron, not GIS");
  }

  @Test
  void aPackageWithoutModelIsRefused() throws IOException {
    InputStream model = zip("else.model", "GIS");

    assertThatThrownBy(() -> CompactReader.read(model))
        .hasMessageContaining("no langdetect.model in the model");
  }

  private static String best(LanguageDetectorModel model, String text) {
    return new LanguageDetectorME(model).predictLanguages(text)[0].getLang();
  }

  private static Map<String, Double> likelihoods(LanguageDetectorModel model, String text) {
    return Stream.of(new LanguageDetectorME(model).predictLanguages(text))
        .collect(toMap(Language::getLang, Language::getConfidence));
  }

  private static InputStream packed() {
    return Objects.requireNonNull(
        CompactModelTest.class.getResourceAsStream("/langdetect-183.bin"));
  }

  private static LanguageDetectorModel asOpenNlpReadsIt() {
    try (InputStream model = packed()) {
      return new LanguageDetectorModel(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream zip(String entry, String type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      new DataOutputStream(zip).writeUTF(type);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
