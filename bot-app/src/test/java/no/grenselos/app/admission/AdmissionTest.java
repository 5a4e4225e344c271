package no.grenselos.app.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.expert.Handle;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final LoginProvider SLACK = provider("slack", "T1", false);
  private static final LoginProvider ENTRA = provider("entra", "", true);
  private final Admission admission =
      new Admission(
          new ConsoleSettings(
              null,
              List.of(SLACK, ENTRA),
              Map.of(
                  ConsoleRole.ADMIN, Set.of("kim@x.example"),
                  ConsoleRole.CARE, Set.of("slack:U7", "care-group")),
              Map.of("care", Set.of("care-group")),
              ConsoleSettings.SESSION,
              ConsoleSettings.IDLE));

  @Test
  void somebodyOfAnotherWorkspaceIsNobodyWhateverTheirAddress() {
    Map<String, Object> theirs =
        Map.of(
            "sub", "U1",
            "email", "kim@x.example",
            "email_verified", true,
            "https://slack.com/team_id", "T2");

    assertThat(admission.visitor(SLACK, theirs)).isEmpty();
  }

  @Test
  void aSlackMemberIsKnownByTheirHandle() {
    Map<String, Object> claims =
        Map.of(
            "sub", "U7",
            "name", "Per",
            "https://slack.com/team_id", "T1",
            "https://slack.com/user_id", "U7");

    Visitor visitor = admission.visitor(SLACK, claims).orElseThrow();

    assertThat(visitor.roles()).containsExactly(ConsoleRole.CARE);
    assertThat(visitor.handle()).contains(new Handle("slack", "U7"));
    assertThat(visitor.id()).isEqualTo("slack:U7");
  }

  @Test
  void aSubjectCountsForItsProviderAlone() {
    assertThat(admission.visitor(ENTRA, Map.of("sub", "U7"))).isEmpty();
  }

  @Test
  void anUnverifiedAddressCountsOnlyWhereItIsTrusted() {
    Map<String, Object> claims =
        Map.of("sub", "9", "email", "Kim@X.example", "https://slack.com/team_id", "T1");

    assertThat(admission.visitor(SLACK, claims)).isEmpty();
    assertThat(admission.visitor(ENTRA, claims).orElseThrow().roles())
        .containsExactly(ConsoleRole.ADMIN);
  }

  @Test
  void aGroupGivesRoleAndTeam() {
    Map<String, Object> claims = Map.of("sub", "9", "oid", "AA-1", "groups", List.of("Care-Group"));

    Visitor visitor = admission.visitor(ENTRA, claims).orElseThrow();

    assertThat(visitor.teams()).containsExactly("care");
    assertThat(visitor.handle()).contains(new Handle("teams", "aa-1"));
  }

  @Test
  void whoeverHasNoSubjectIsNobody() {
    assertThat(admission.visitor(ENTRA, Map.of("email", "kim@x.example"))).isEmpty();
    assertThat(admission.visitor(ENTRA, Map.of("sub", 7))).isEmpty();
  }

  private static LoginProvider provider(String name, String workspace, boolean trusts) {
    return new LoginProvider(
        name, URI.create("https://id.example"), null, "c", "S", workspace, trusts);
  }
}
