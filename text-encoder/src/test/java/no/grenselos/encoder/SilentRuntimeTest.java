package no.grenselos.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilentRuntimeTest {
  /**
   * From 1.29.0 on the library tells its maker which models are loaded, unless an environment
   * variable is set, and kills the process when the command line is longer than 3,980 bytes.
   */
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64", "linux-aarch64"})
  void theRuntimeKnowsNobodyToReportTo(String platform) throws IOException {
    String library = "/ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
    try (InputStream stream = SilentRuntimeTest.class.getResourceAsStream(library)) {
      String bytes =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(bytes.contains("/OneCollector")).isFalse();
      assertThat(bytes.contains("ORT_DISABLE_TELEMETRY")).isFalse();
    }
  }
}
