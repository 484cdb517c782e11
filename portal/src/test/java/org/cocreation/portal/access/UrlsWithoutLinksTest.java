package org.cocreation.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UrlsWithoutLinksTest {

  private final UrlsWithoutLinks convention = new UrlsWithoutLinks();

  @Test
  void keepsThePersonalLinksTokenOutOfTraces() {
    assertThat(everythingSaidOf("/me/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ/join/webinar-1"))
        .contains("/me/…/join/webinar-1")
        .doesNotContain("abcdefghijklm");
  }

  @Test
  void leavesOtherAddressesAsTheyAre() {
    assertThat(everythingSaidOf("/programmes/belize-2020")).contains("/programmes/belize-2020");
  }

  private String everythingSaidOf(String path) {
    ServerRequestObservationContext context =
        new ServerRequestObservationContext(
            new MockHttpServletRequest("GET", path), new MockHttpServletResponse());
    return convention.getHighCardinalityKeyValues(context)
        + " "
        + convention.getLowCardinalityKeyValues(context)
        + " "
        + convention.getContextualName(context);
  }
}
