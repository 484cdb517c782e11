package org.cocreation.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oauth2Client;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A coordinator's pages for the attendance of a session; signing in is the journeys' matter. */
class AttendancePagesTest extends BrowsedPortal {

  private static final String PAGE = "/staff/programmes/belize-2020/sessions/w1";
  private static final String API = "/api/attendance/programmes/belize-2020/sessions/w1";

  private static final String SESSION =
      """
      {"programmeId":"belize-2020","sessionId":"w1","number":1,"title":{"en":"The path to 2020","es":"El camino a 2020"},
       "startsAt":"2020-02-13T16:30:00Z","timeZone":"America/Belize","cancelled":false,"status":"%s"}""";

  private static final String IMPORT =
      """
      {"importId":"i1","programmeId":"belize-2020","sessionId":"w1","format":"zoom-meeting","fileName":"w1.csv","status":"%s",
       "importedBy":"carla","importedAt":"2020-02-13T19:02:11Z","rows":58,"accepted":52,"otherSessions":3,
       "setAsideCount":1,"setAside":[{"row":9,"reason":"waiting-room"}],
       "problemCount":1,"problems":[{"row":17,"column":"Join Time","detail":"Row 17: no time."}],
       "people":{"observations":40,"matched":36,"waiting":3,"staff":1,"nobody":0},
       "changes":{"people":36,"outcomes":31,"items":[]},"notes":[{"en":"Read as it says.","es":"Se leyó como dice."}]%s}""";

  private final MockMvc mvc;

  @Autowired
  AttendancePagesTest(WebApplicationContext context) {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @BeforeEach
  void anOpenSession() {
    session("open");
    services.answer("GET " + API + "/imports", 200, "{\"items\":[" + file("preview", "") + "]}");
    services.answer("GET " + API + "/imports/i1", 200, file("preview", ""));
    services.answer(
        "GET " + API + "/undecided",
        200,
        """
        {"items":[{"observationId":"c1","name":"i perez","state":"waiting","note":{"en":"Too short to tell.","es":"Muy corto."},
          "entries":[{"channel":"file","importId":"i1","row":12,"staff":false,"place":"online","from":"2020-02-13T16:28:00Z","to":"2020-02-13T16:50:00Z","signed":false}],
          "suggestions":[{"registrationId":"r-1","name":"Inés Pérez","organisation":"BTEC","score":49,"reasons":[{"en":"shares a word","es":"comparte una palabra"}]}]}]}""");
    services.answer(
        "GET " + API + "/observations",
        200,
        """
        {"items":[{"observationId":"c2","name":"Zoom Host","state":"staff","decision":{"by":"carla"}}]}""");
  }

  private void session(String status) {
    services.answer(
        "GET " + API + "/attendance",
        200,
        """
        {"session":%s,"items":[{"registrationId":"r-1","name":"Ana Pérez","outcome":"attended","mode":"online","minutes":64,
          "why":{"en":"Present 64 of 90 minutes.","es":"Presente 64 de 90 minutos."},
          "evidence":[{"kind":"connection","contributes":{"en":"22 minutes"},"as":"ana [BTEC]","matchedBy":"decision","observationId":"c9"}],
          "conflicts":[{"kind":"venue-and-online","detail":{"en":"Both places at once."}}]}],"next":"r-1"}"""
            .formatted(SESSION.formatted(status)));
    services.answer(
        "GET " + API + "/closing",
        200,
        """
        {"status":"%s","undecided":1,"warnings":[{"en":"One person waits.","es":"Una persona espera."}]}"""
            .formatted(status));
  }

  private static String file(String status, String more) {
    return IMPORT.formatted(status, more);
  }

  private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request, String role)
      throws Exception {
    return mvc.perform(
        request
            .with(oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_" + role)))
            .with(oauth2Client("platform"))
            .with(csrf()));
  }

  private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return ask(request, "coordinator");
  }

  private String sent(String request) {
    List<AnsweringServices.Asked> asked =
        services.asked().stream().filter(one -> one.request().equals(request)).toList();
    assertThat(asked).as(request).hasSize(1);
    assertThat(asked.get(0).authorization()).startsWith("Bearer ");
    return asked.get(0).body();
  }

  @Test
  void showsWhatIsKnownWhoWaitsAndWhatClosingWouldLeaveOpen() throws Exception {
    ask(MockMvcRequestBuilders.get(PAGE))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("The path to 2020")))
        .andExpect(content().string(containsString("w1.csv")))
        .andExpect(content().string(containsString("i perez")))
        .andExpect(content().string(containsString("Row 12")))
        .andExpect(content().string(containsString("10:28–10:50")))
        .andExpect(content().string(containsString("Inés Pérez")))
        .andExpect(content().string(containsString("Zoom Host")))
        .andExpect(content().string(containsString("<option value=\"r-1\" label=\"Ana Pérez\">")))
        .andExpect(content().string(containsString("Present 64 of 90 minutes.")))
        .andExpect(content().string(containsString("Both places at once.")))
        .andExpect(content().string(containsString("One person waits.")))
        .andExpect(content().string(containsString("after=r-1")));
    ask(MockMvcRequestBuilders.get(PAGE).param("lang", "es"))
        .andExpect(content().string(containsString("Una persona espera.")))
        .andExpect(content().string(containsString("¿Quién es?")));
  }

  @Test
  void aClosedSessionAsksForReasons() throws Exception {
    ask(MockMvcRequestBuilders.get(PAGE))
        .andExpect(content().string(not(containsString("now needs a reason"))))
        .andExpect(content().string(containsString("Close the session")));
    session("closed");
    ask(MockMvcRequestBuilders.get(PAGE))
        .andExpect(content().string(containsString("now needs a reason")))
        .andExpect(content().string(not(containsString("Close the session"))));
  }

  @Test
  void aListIsReadAndShownBeforeAnythingIsBroughtIn() throws Exception {
    services.answer("POST " + API + "/imports", 201, file("preview", ""));
    ask(MockMvcRequestBuilders.multipart(PAGE + "/imports")
            .file(
                new MockMultipartFile(
                    "file",
                    "asistencia año.csv",
                    "text/csv",
                    "Nombre,Firma".getBytes(StandardCharsets.UTF_8))))
        .andExpect(redirectedUrl(PAGE + "/imports/i1"));
    assertThat(sent("POST " + API + "/imports"))
        .contains("name=\"file\"", "asistencia año.csv", "Nombre,Firma");

    ask(MockMvcRequestBuilders.get(PAGE + "/imports/i1"))
        .andExpect(content().string(containsString("Nothing is brought in yet.")))
        .andExpect(content().string(containsString("58; who was there: 52")))
        .andExpect(content().string(containsString("people: 36; whether they attended: 31")))
        .andExpect(content().string(containsString("Row 17: no time.")))
        .andExpect(content().string(containsString("Row 9: stayed in the waiting room")))
        .andExpect(content().string(containsString("Bring it in")));
  }

  @Test
  void aListThatIsNotUnderstoodIsRefusedInTheServicesOwnWords() throws Exception {
    services.answer(
        "POST " + API + "/imports",
        422,
        "{\"status\":422,\"title\":\"No\",\"detail\":\"The header fits none of the known formats.\"}");
    ask(MockMvcRequestBuilders.multipart(PAGE + "/imports")
            .file(new MockMultipartFile("file", "x.csv", null, new byte[9])))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attributeExists("refusal"));
    ask(MockMvcRequestBuilders.multipart(PAGE + "/imports")
            .file(new MockMultipartFile("file", "", null, new byte[0])))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("missing", "attendance.noFile"));
    services.answer(
        "GET " + API + "/imports/i1",
        200,
        "{\"importId\":\"i1\",\"fileName\":\"x.csv\",\"status\":\"quarantined\",\"seen\":\"Fecha;Quien\"}");
    ask(MockMvcRequestBuilders.get(PAGE + "/imports/i1"))
        .andExpect(content().string(containsString("Fecha;Quien")))
        .andExpect(content().string(not(containsString("Bring it in"))));
  }

  @Test
  void aListIsBroughtInTakenBackAndLetGo() throws Exception {
    services.answer("POST " + API + "/imports/i1/acceptance", 200, file("applied", ""));
    ask(MockMvcRequestBuilders.post(PAGE + "/imports/i1/acceptance").param("reason", " came late "))
        .andExpect(redirectedUrl(PAGE + "/imports/i1"))
        .andExpect(flash().attribute("done", "attendance.accepted"));
    assertThat(sent("POST " + API + "/imports/i1/acceptance"))
        .isEqualTo("{\"reason\":\"came late\"}");

    services.answer("POST " + API + "/imports/i1/undo", 200, file("undone", ""));
    ask(MockMvcRequestBuilders.post(PAGE + "/imports/i1/undo"))
        .andExpect(flash().attribute("done", "attendance.undone"));
    assertThat(sent("POST " + API + "/imports/i1/undo")).isEqualTo("{}");

    services.answer("DELETE " + API + "/imports/i1", 204, "");
    ask(MockMvcRequestBuilders.post(PAGE + "/imports/i1/removal")).andExpect(redirectedUrl(PAGE));
    sent("DELETE " + API + "/imports/i1");
  }

  @Test
  void aLargeListShowsHowFarItIs() throws Exception {
    services.answer(
        "GET " + API + "/imports/i1",
        200,
        file("applying", ",\"progress\":{\"done\":500,\"total\":20000}"));
    ask(MockMvcRequestBuilders.get(PAGE + "/imports/i1"))
        .andExpect(content().string(containsString("At work: 500 of 20,000 rows")))
        .andExpect(content().string(containsString("http-equiv=\"refresh\"")))
        .andExpect(content().string(not(containsString("Bring it in"))));
  }

  @Test
  void saysWhoWasSeen() throws Exception {
    String decision = "/api/attendance/observations/c1/decision";
    services.answer("POST " + decision, 200, "{}");
    ask(MockMvcRequestBuilders.post(PAGE + "/observations/c1").param("who", "r-1", "r-2", ""))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attribute("done", "attendance.decided"));
    assertThat(sent("POST " + decision))
        .contains("\"decision\":\"match\"", "\"registrationIds\":[\"r-1\",\"r-2\"]");

    services.reset();
    services.answer("POST " + decision, 200, "{}");
    ask(
        MockMvcRequestBuilders.post(PAGE + "/observations/c1")
            .param("who", "withdraw", "")
            .param("reason", "mistaken"));
    assertThat(sent("POST " + decision))
        .contains("\"decision\":\"withdraw\"", "\"registrationIds\":[]", "\"reason\":\"mistaken\"");

    services.reset();
    ask(MockMvcRequestBuilders.post(PAGE + "/observations/c1").param("who", ""))
        .andExpect(flash().attribute("missing", "attendance.noChoice"));
    ask(MockMvcRequestBuilders.post(PAGE + "/observations/c1").param("who", "staff", "r-1"))
        .andExpect(flash().attribute("missing", "attendance.noChoice"));
    assertThat(services.asked()).isEmpty();
  }

  @Test
  void aCoordinatorsWordStandsAboveTheEvidence() throws Exception {
    services.answer("POST " + API + "/marks", 200, "{}");
    ask(MockMvcRequestBuilders.post(PAGE + "/marks/r-1")
            .param("mark", "absent")
            .param("reason", "was in Belmopan"))
        .andExpect(flash().attribute("done", "attendance.marked"));
    assertThat(sent("POST " + API + "/marks"))
        .contains("\"registrationId\":\"r-1\"", "\"attended\":false", "was in Belmopan")
        .doesNotContain("mode");

    services.answer("POST " + API + "/marks/r-1/withdrawal", 200, "{}");
    ask(
        MockMvcRequestBuilders.post(PAGE + "/marks/r-1")
            .param("mark", "none")
            .param("reason", "mistaken"));
    assertThat(sent("POST " + API + "/marks/r-1/withdrawal")).contains("mistaken");
  }

  @Test
  void closesOnlyOverWhatIsOpenWhenToldTo() throws Exception {
    services.answer(
        "POST " + API + "/closing",
        409,
        "{\"status\":409,\"detail\":\"One person waits for a decision.\"}");
    ask(MockMvcRequestBuilders.post(PAGE + "/closing"))
        .andExpect(redirectedUrl(PAGE))
        .andExpect(flash().attributeExists("refusal"));
    assertThat(sent("POST " + API + "/closing")).isEqualTo("{\"acknowledgeUndecided\":false}");

    services.reset();
    services.answer("POST " + API + "/closing", 200, "{\"status\":\"closed\"}");
    ask(MockMvcRequestBuilders.post(PAGE + "/closing").param("acknowledged", "yes"))
        .andExpect(flash().attribute("done", "attendance.closed"));
    assertThat(sent("POST " + API + "/closing")).isEqualTo("{\"acknowledgeUndecided\":true}");
  }

  @Test
  void isNotForTheCommittee() throws Exception {
    services.answer(
        "GET " + API + "/attendance", 403, "{\"status\":403,\"detail\":\"Not for you.\"}");
    ask(MockMvcRequestBuilders.get(PAGE), "committee")
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("This is not for your account")));
  }
}
