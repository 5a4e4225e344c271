package no.grenselos.expert;

import java.util.Map;
import no.grenselos.mention.MentionId;

/**
 * Everybody's standing for one post.
 *
 * @param post whose id decides, the same on each node, whether this is a newcomer's turn
 * @param byExpert who is missing is {@link Standing#UNKNOWN}
 */
public record Standings(MentionId post, Map<ExpertId, Standing> byExpert) {
  public Standings {
    byExpert = Map.copyOf(byExpert);
  }

  public Standing of(ExpertId expert) {
    return byExpert.getOrDefault(expert, Standing.UNKNOWN);
  }
}
