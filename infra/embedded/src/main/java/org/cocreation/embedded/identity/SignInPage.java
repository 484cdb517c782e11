package org.cocreation.embedded.identity;

import java.util.List;
import java.util.Locale;
import org.cocreation.embedded.identity.IdentityProperties.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The one page of the provider: name, password, and the demonstration accounts to choose from, in
 * English or Spanish by the browser's language or {@code ?lang=}. It works without JavaScript.
 */
@RestController
class SignInPage {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

  private record Words(
      String lang,
      String title,
      String name,
      String password,
      String button,
      String wrong,
      String later,
      String demo,
      String account,
      String who) {

    static final Words ENGLISH =
        new Words(
            "en",
            "Sign in to the Co-creation Platform",
            "Account",
            "Password",
            "Sign in",
            "The account or the password is not right. Please try again.",
            "Too many attempts. Please wait a little, then try again.",
            "This is the demonstration's own sign-in. Everyone may use these accounts, so nothing"
                + " behind them is private:",
            "Account and password",
            "Who");

    static final Words SPANISH =
        new Words(
            "es",
            "Entrar en la Plataforma de Cocreación",
            "Cuenta",
            "Contraseña",
            "Entrar",
            "La cuenta o la contraseña no es correcta. Inténtelo de nuevo.",
            "Demasiados intentos. Espere un poco e inténtelo de nuevo.",
            "Esta es la entrada propia de la demostración. Cualquiera puede usar estas cuentas, así"
                + " que nada de lo que hay detrás es privado:",
            "Cuenta y contraseña",
            "Quién");
  }

  private final List<Account> accounts;

  SignInPage(IdentityProperties properties) {
    this.accounts = properties.accounts();
  }

  @GetMapping("/login")
  ResponseEntity<String> page(
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(required = false) @Nullable String wait,
      @RequestParam(required = false) @Nullable String lang,
      @RequestAttribute("_csrf") CsrfToken csrf,
      Locale locale) {
    String language = lang == null ? locale.getLanguage() : lang;
    Words words = language.equals("es") ? Words.SPANISH : Words.ENGLISH;
    String problem = error != null ? words.wrong() : wait != null ? words.later() : "";
    return ResponseEntity.ok().contentType(HTML).body(html(words, problem, csrf));
  }

  @GetMapping("/")
  ResponseEntity<Void> start() {
    return ResponseEntity.status(303).header("Location", "/login").build();
  }

  @GetMapping("/style.css")
  ResponseEntity<Resource> style() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/css"))
        .body(new ClassPathResource("style.css", SignInPage.class));
  }

  private String html(Words words, String problem, CsrfToken csrf) {
    StringBuilder page = new StringBuilder("<!doctype html><html lang=\"").append(words.lang());
    page.append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
        .append(" content=\"width=device-width, initial-scale=1\"><title>")
        .append(words.title())
        .append("</title><link rel=\"stylesheet\" href=\"/style.css\"></head><body><main><h1>")
        .append(words.title())
        .append("</h1><p class=\"languages\"><a href=\"?lang=en\" lang=\"en\">English</a>")
        .append(" <a href=\"?lang=es\" lang=\"es\">Español</a></p>");
    if (!problem.isEmpty()) {
      page.append("<p class=\"problem\" role=\"alert\">").append(problem).append("</p>");
    }
    page.append("<form method=\"post\" action=\"/login\"><label for=\"username\">")
        .append(words.name())
        .append("</label><input id=\"username\" name=\"username\" autocomplete=\"username\"")
        .append(" autocapitalize=\"none\" required autofocus><label for=\"password\">")
        .append(words.password())
        .append("</label><input id=\"password\" name=\"password\" type=\"password\"")
        .append(" autocomplete=\"current-password\" required><input type=\"hidden\" name=\"")
        .append(csrf.getParameterName())
        .append("\" value=\"")
        .append(csrf.getToken())
        .append("\"><button>")
        .append(words.button())
        .append("</button></form><section><p>")
        .append(words.demo())
        .append("</p><table><thead><tr><th scope=\"col\">")
        .append(words.account())
        .append("</th><th scope=\"col\">")
        .append(words.who())
        .append("</th></tr></thead><tbody>");
    for (Account account : accounts) {
      String name = HtmlUtils.htmlEscape(account.name());
      String password = HtmlUtils.htmlEscape(account.password());
      page.append("<tr><td><code>").append(name).append("</code>");
      if (!account.password().equals(account.name())) {
        page.append(" · <code>").append(password).append("</code>");
      }
      page.append("</td><td>").append(HtmlUtils.htmlEscape(account.displayName()));
      page.append("</td></tr>");
    }
    return page.append("</tbody></table></section></main></body></html>").toString();
  }
}
