package org.cocreation.launcher.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person in a real browser: registers, follows the link in the e-mail, changes a choice, while
 * somebody else watches the live page move; a coordinator signs in and works on a list. Without
 * Chromium on the machine it is left out, except where CI is set: there it must be.
 */
class ParticipantJourney {

  private static final String PROGRAMME = "/programmes/belize-2020";
  private static final Pattern LINK = Pattern.compile("https?://\\S+/me/[A-Za-z0-9_-]{43}");

  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() {
    Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    if (!Files.isExecutable(chromium)) {
      assertThat(System.getenv("CI")).as("in CI there must be a Chromium at " + chromium).isNull();
      assumeTrue(false, "there is no Chromium at " + chromium + "; set CHROMIUM to where it is");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void registersFollowsTheLinkAndIsSeenOnTheLivePage() throws Exception {
    RunningPlatform platform = RunningPlatform.get();
    String portal = platform.addresses().portal().toString();
    String email = "ana." + UUID.randomUUID().toString().substring(0, 8) + "@growers.example";
    try (BrowserContext watching = browser.newContext();
        BrowserContext phone =
            browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("en-GB"))) {
      Page live = watching.newPage();
      live.navigate(portal + PROGRAMME + "/live");
      int before = Integer.parseInt(live.locator("[data-stage=registered] .count").textContent());

      Page page = phone.newPage();
      page.navigate(portal + PROGRAMME);
      fitsTheScreen(page);
      page.getByLabel("Your name").fill("Ana Peña");
      page.locator("#email").fill("ana at growers.example");
      page.locator("#sector").selectOption("civil-society");
      page.locator("#district").selectOption("Toledo");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register")).click();
      assertThat(page.locator("#email-error")).isVisible();
      assertThat(page.getByLabel("Your name")).hasValue("Ana Peña");
      page.locator("#email").fill(email);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register")).click();
      assertThat(
              page.getByRole(
                  AriaRole.HEADING,
                  new Page.GetByRoleOptions().setName("Please look at your e-mail")))
          .isVisible();

      String link = linkIn(platform, email);
      assertThat(link).startsWith(portal + "/me/");
      page.navigate(link);
      assertThat(
              page.getByRole(
                  AriaRole.HEADING, new Page.GetByRoleOptions().setName("Hello, Ana Peña")))
          .isVisible();
      fitsTheScreen(page);
      page.locator("input[name='choice.webinar-3'][value='venue']").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save my choices"))
          .click();
      assertThat(page.getByText("Your choices are saved.")).isVisible();
      assertThat(page.getByText("You have a seat")).isVisible();

      live.waitForFunction(
          "before => Number(document.querySelector('[data-stage=registered] .count').textContent) > before",
          before);
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void letsACoordinatorSignInAndOut() throws Exception {
    RunningPlatform platform = RunningPlatform.get();
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      signedIn(page, platform.addresses().portal() + "/staff" + PROGRAMME);
      assertThat(
              page.getByRole(
                  AriaRole.HEADING, new Page.GetByRoleOptions().setName("Registrations")))
          .isVisible();
      page.navigate(platform.addresses().portal() + "/staff");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
      page.waitForURL(platform.addresses().portal() + "/");
      page.navigate(platform.addresses().portal() + "/staff");
      assertThat(page.locator("input[name=username]")).isVisible();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void letsACoordinatorSendAListAndSayWhoWasThere() throws Exception {
    RunningPlatform platform = RunningPlatform.get();
    String stranger = "Zoe Quill " + UUID.randomUUID().toString().substring(0, 8);
    byte[] list =
        ("Name,E-mail,Signature\n" + stranger + ",zoe@nowhere.example,Z. Quill\n")
            .getBytes(StandardCharsets.UTF_8);
    try (BrowserContext phone =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("en-GB"))) {
      Page page = phone.newPage();
      signedIn(page, platform.addresses().portal() + "/staff" + PROGRAMME);
      page.locator("main a[href$='/sessions/webinar-1']").click();
      fitsTheScreen(page);
      page.locator("#file").setInputFiles(new FilePayload("hoja año.csv", "text/csv", list));
      button(page, "Read the list").click();
      assertThat(page.getByText("Nothing is brought in yet.")).isVisible();
      assertThat(
              page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("hoja año.csv")))
          .isVisible();
      fitsTheScreen(page);
      button(page, "Bring it in").click();
      assertThat(page.getByText("The list is brought in.")).isVisible();

      page.getByText("Back to the session").click();
      Locator question =
          page.locator("form.card", new Page.LocatorOptions().setHasText(stranger)).first();
      question.getByText("nobody who registered").click();
      question.getByText("That is who it is").click();
      assertThat(page.getByText("Your decision is saved.")).isVisible();
      page.getByText("Staff, speakers and others").click();
      assertThat(page.getByText(stranger)).isVisible();
      fitsTheScreen(page);

      page.getByText("hoja año.csv").first().click();
      button(page, "Take it back").click();
      assertThat(page.getByText("What the list gave is taken back.")).isVisible();

      page.getByText("Back to the session").click();
      byte[] tooLarge = new byte[13 << 20];
      page.locator("#file").setInputFiles(new FilePayload("all.csv", "text/csv", tooLarge));
      button(page, "Read the list").click();
      assertThat(page.getByText("That file is too large")).isVisible();
    }
  }

  private static void signedIn(Page page, String address) {
    page.navigate(address);
    page.locator("input[name=username]").fill("coordinator");
    page.locator("input[name=password]").fill("coordinator");
    button(page, "Sign in").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void fitsTheScreen(Page page) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as("pixels wider than the screen").isZero();
  }

  private static String linkIn(RunningPlatform platform, String email) {
    URI mailbox = platform.addresses().mailbox();
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              JsonNode found =
                  read(mailbox.resolve("/api/messages?to=" + email.replace("@", "%40")));
              for (JsonNode item : found.get("items")) {
                JsonNode message =
                    read(mailbox.resolve("/api/messages/" + item.get("id").asString()));
                Matcher link = LINK.matcher(message.get("text").asString());
                if (link.find()) {
                  return link.group();
                }
              }
              return "";
            },
            link -> !link.isEmpty());
  }

  private static JsonNode read(URI address) throws Exception {
    return JsonMapper.shared()
        .readTree(
            HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body());
  }
}
