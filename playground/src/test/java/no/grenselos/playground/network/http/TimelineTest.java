package no.grenselos.playground.network.http;

import static no.grenselos.playground.network.http.NetworkServer.ids;
import static no.grenselos.playground.network.http.NetworkServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.network.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final String TAG = "api/v1/timelines/tag/";

  private final NetworkServer server = new NetworkServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void newestComeFirstWithoutACursor() {
    List<String> posts = posts(3);

    assertThat(ids(server.get(TAG + "str%C3%B8m?limit=2")))
        .containsExactly(posts.get(2), posts.get(1));
  }

  @Test
  void minIdGivesTheImmediatelyNewerAndSinceIdTheNewest() {
    List<String> posts = posts(5);

    assertThat(ids(server.get(TAG + "strøm?limit=2&min_id=".replace("ø", "%C3%B8") + posts.get(0))))
        .containsExactly(posts.get(2), posts.get(1));
    assertThat(ids(server.get(TAG + "strom?limit=2&since_id=" + posts.get(0))))
        .containsExactly(posts.get(4), posts.get(3));
    assertThat(ids(server.get(TAG + "strom?max_id=" + posts.get(2))))
        .containsExactly(posts.get(1), posts.get(0));
  }

  @Test
  void followingPrevFromTheOldestReadsEverythingOnce() {
    List<String> posts = posts(7);
    List<String> read = new ArrayList<>();
    HttpResponse<String> page = server.get(TAG + "strom?limit=2&min_id=0");
    while (!ids(page).isEmpty()) {
      read.addAll(ids(page).reversed());
      page = follow(page, "prev");
    }

    assertThat(read).isEqualTo(posts);
  }

  @Test
  void followingNextFromTheNewestReadsEverythingOnce() {
    List<String> posts = posts(5);
    List<String> read = new ArrayList<>();
    HttpResponse<String> page = server.get(TAG + "strom?limit=2");
    while (!ids(page).isEmpty()) {
      read.addAll(ids(page));
      page = follow(page, "next");
    }

    assertThat(read).isEqualTo(posts.reversed());
  }

  @Test
  void pageHoldsFortyAtMost() {
    posts(45);

    assertThat(ids(server.get(TAG + "strom?limit=80"))).hasSize(40);
    assertThat(ids(server.get(TAG + "strom"))).hasSize(20);
  }

  @Test
  void anyAllAndNoneCombine() {
    String heat = server.network.post("kari", "#varme").id();
    String both = server.network.post("kari", "#varme #strøm").id();
    String sold = server.network.post("kari", "#varme #reklame").id();

    assertThat(ids(server.get(TAG + "strom?any[]=varme".replace("[]", "%5B%5D"))))
        .containsExactly(sold, both, heat);
    assertThat(ids(server.get(TAG + "varme?all%5B%5D=strøm".replace("ø", "%C3%B8"))))
        .containsExactly(both);
    assertThat(ids(server.get(TAG + "varme?none%5B%5D=reklame"))).containsExactly(both, heat);
  }

  @Test
  void localLeavesOtherServersOut() {
    server.network.join("per@annet.example", "Per");
    server.network.post("per@annet.example", "#varme");
    String here = server.network.post("kari", "#varme").id();

    assertThat(ids(server.get(TAG + "varme?local=true"))).containsExactly(here);
  }

  @Test
  void boostsAndHiddenPostsStayOutOfTheTag() {
    Status post = server.network.post("kari", "#varme");
    server.network.boost("ola", post.id());
    server.form("POST", "api/v1/statuses", NetworkServer.KARI, "status=%23varme&visibility=direct");

    assertThat(ids(server.get(TAG + "varme"))).containsExactly(post.id());
  }

  @Test
  void notificationsAreOfTheAskedTypesAndPaged() {
    Status post = server.network.post("kari", "hei");
    server.network.favourite("ola", post.id());
    server.network.boost("ola", post.id());
    server.network.post("ola", "@kari hei");
    var all = json(server.get("api/v1/notifications", NetworkServer.KARI));
    var mentions = json(server.get("api/v1/notifications?types%5B%5D=mention", NetworkServer.KARI));

    assertThat(all.findValuesAsText("type")).containsExactly("mention", "reblog", "favourite");
    assertThat(mentions).hasSize(1);
    assertThat(mentions.get(0).at("/status/content").asText()).contains("class=\"u-url mention\"");
    assertThat(
            json(
                server.get(
                    "api/v1/notifications?limit=1&min_id=" + all.get(2).path("id").asText(),
                    NetworkServer.KARI)))
        .singleElement()
        .satisfies(one -> assertThat(one.path("type").asText()).isEqualTo("reblog"));
  }

  private List<String> posts(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(server.network.post("kari", "nr " + i + " #Strøm").id());
    }
    return ids;
  }

  private HttpResponse<String> follow(HttpResponse<String> page, String rel) {
    String link = page.headers().firstValue("Link").orElseThrow();
    String address = link.replaceFirst(".*<([^>]*)>; rel=\"" + rel + "\".*", "$1");
    return server.plain(address.substring(address.indexOf("network/")));
  }
}
