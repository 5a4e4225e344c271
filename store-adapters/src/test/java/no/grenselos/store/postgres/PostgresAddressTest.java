package no.grenselos.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://db/house                          | db:5432                | false
          jdbc:postgresql://127.0.0.1:5433/house              | 127.0.0.1:5433         | false
          jdbc:postgresql://[::1]:5433/house                  | [::1]:5433             | false
          jdbc:postgresql://one:5433,two/house                | one:5433 or two:5432   | true
          jdbc:postgresql://one,two/house?loadBalanceHosts=true | one:5432 or two:5432 | true
          """)
  void serversAreRead(String url, String servers, boolean several) {
    PostgresAddress address = PostgresAddress.parse(url);

    assertThat(address.servers()).isEqualTo(servers);
    assertThat(address.several()).isEqualTo(several);
    assertThat(address.database()).isEqualTo("house");
    assertThat(address.url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:postgresql://db",
        "jdbc:postgresql://db/",
        "jdbc:postgresql:///house",
        "jdbc:postgresql:house",
        "jdbc:postgresql://db:port/house",
        "jdbc:postgresql://db:543210/house",
        "jdbc:postgresql://d b/house",
        "jdbc:postgresql://db,/house",
        "jdbc:postgresql://db/house/two",
        "jdbc:sqlite:house.db",
        "postgresql://db/house"
      })
  void whatNamesNoServerAndDatabaseIsRefused(String url) {
    assertThatThrownBy(() -> PostgresAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPasswordIsNotShown() {
    PostgresAddress address =
        PostgresAddress.parse("jdbc:postgresql://one,two/house?user=me&password=planted");

    assertThat(address).hasToString("one:5432 or two:5432/house");
    assertThat(address.hosts()).isEqualTo(List.of("one", "two"));
  }
}
