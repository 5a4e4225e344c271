package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsPackageCommandTest {
  private static final String APP = "7d3f0f52-6a0f-4c4e-9b53-1b6f5f0f9a11";
  private static final String TENANT = "2b0c9f6e-3c55-4b9e-8d0a-8f2f7a6b1c22";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    chats("{app-id: " + APP + ", tenant: " + TENANT + "}");
  }

  @Test
  void theZipHoldsTheAppOfTheConfigurationAndTheNextSteps() throws IOException {
    int code = run("--host", "grenselos.example", "--app-version", "1.4.2");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    Map<String, byte[]> files = unzipped();
    assertThat(files.keySet())
        .containsExactly("manifest.json", "nb.json", "color.png", "outline.png");
    JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
    assertThat(manifest.path("id").asText()).isEqualTo(APP);
    assertThat(manifest.path("version").asText()).isEqualTo("1.4.2");
    assertThat(manifest.path("developer").path("name").asText()).isEqualTo("Fjordbygg");
    assertThat(manifest.path("developer").path("privacyUrl").asText())
        .isEqualTo("https://grenselos.example/");
    assertThat(out.toString())
        .contains("Wrote " + zip())
        .contains("https://grenselos.example/in/teams")
        .contains("admin.teams.microsoft.com")
        .contains("--app-version 1.4.3");
  }

  @Test
  void theSameSettingsMakeTheSameBytes() throws IOException {
    run("--host", "grenselos.example");
    byte[] first = Files.readAllBytes(zip());
    run("--host", "grenselos.example");

    assertThat(Files.readAllBytes(zip())).isEqualTo(first);
    assertThat(first).hasSizeLessThan(100_000);
  }

  @Test
  void withoutAHostThePagesMustBeNamed() throws IOException {
    int refused = run();
    assertThat(refused).isEqualTo(1);
    assertThat(err.toString())
        .contains("grenselos.yml")
        .contains(" chats.teams.package.website: is missing")
        .contains("--host");
    assertThat(zip()).doesNotExist();

    chats(
        "{app-id: "
            + APP
            + ", tenant: "
            + TENANT
            + ", package: {website: \"https://fjordbygg.example/grenselos\"}}");
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("https://HOST/in/teams");
  }

  @Test
  void aMissingOrWrongAppIdIsAProblemOfTheConfiguration() throws IOException {
    chats("{app-id: grenselos, tenant: " + TENANT + "}");
    assertThat(run("--host", "grenselos.example")).isEqualTo(1);
    assertThat(err.toString())
        .contains("grenselos.yml:3 chats.teams.app-id: must be an id as 0000")
        .contains("1 problem. Nothing was changed.");

    err.getBuffer().setLength(0);
    chats("{tenant: " + TENANT + "}");
    assertThat(run("--host", "grenselos.example")).isEqualTo(1);
    assertThat(err.toString()).contains("chats.teams.app-id: is missing");
    assertThat(zip()).doesNotExist();
  }

  @Test
  void withoutTeamsInTheMainFileEachMissingKeyIsNamed() throws IOException {
    write("company: Fjordbygg\nchats: {slack: {mode: socket}}\n");

    assertThat(run("--host", "grenselos.example")).isEqualTo(1);
    assertThat(err.toString())
        .contains("chats.teams.app-id: is missing")
        .contains("chats.teams.tenant: is missing")
        .contains("2 problems.");
  }

  @Test
  void localDevelopmentHasNoPackage() throws IOException {
    chats("{local-development: true}");

    assertThat(run("--host", "grenselos.example")).isEqualTo(1);
    assertThat(err.toString()).contains("chats.teams.local-development: needs no package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://grenselos.example", "grenselos.example/in", "localhost", "a b.c"})
  void aHostThatIsMoreThanANameEndsWithTwo(String host) {
    assertThat(run("--host", host)).isEqualTo(2);
    assertThat(err.toString()).contains("--host must be a bare host name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.0.0-rc1", "v1.0.0"})
  void aVersionThatTeamsWouldRefuseEndsWithTwo(String version) {
    assertThat(run("--host", "grenselos.example", "--app-version", version)).isEqualTo(2);
    assertThat(err.toString()).contains("--app-version must be three numbers");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsSaid() {
    int code = execute("--host", "grenselos.example", "--out", folder + "/no/such/folder.zip");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be written").contains("Nothing was written.");
  }

  @Test
  void theGroupShowsItsCommands() {
    int code =
        RootCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(new String[] {"teams"});

    assertThat(code).isZero();
    assertThat(out.toString()).contains("package");
  }

  private int run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--out", zip().toString()));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... options) {
    List<String> all = new ArrayList<>(List.of("teams", "package", "--config", folder.toString()));
    all.addAll(List.of(options));
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private Path zip() {
    return folder.resolve("app.zip");
  }

  private Map<String, byte[]> unzipped() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip())))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private void chats(String teams) throws IOException {
    write("company: Fjordbygg\nchats:\n  teams: " + teams + "\n");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("grenselos.yml"), text);
  }
}
