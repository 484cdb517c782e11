package org.cocreation.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Mode;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Serial;
import org.cocreation.certificate.domain.Session;
import org.cocreation.certificate.domain.Signatory;
import org.cocreation.certificate.domain.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatePdfTest {

  private static final CertificatePdf PDF = new CertificatePdf();

  private static CertificateSheet sheet(String name, int sessions, Language language) {
    List<Session> planned = new ArrayList<>();
    List<Certificate.Evidence> evidence = new ArrayList<>();
    Mode[] modes = {Mode.ONLINE, Mode.VENUE, Mode.BOTH};
    String[] titles = {
      "Open Government: overview of the path to 2020",
      "Development of National Open Government Action Plans; principles and world cases",
      "More of co-creation and setting ambitious commitments"
    };
    String[] titulos = {
      "Gobierno abierto: panorama del camino hacia 2020",
      "Elaboración de planes de acción nacionales de gobierno abierto; principios y casos del mundo",
      "Más sobre la cocreación y cómo fijar compromisos ambiciosos"
    };
    for (int i = 0; i < sessions; i++) {
      planned.add(
          new Session(
              "s" + i,
              i + 1,
              new Words(titles[i % 3], titulos[i % 3]),
              Instant.parse("2020-02-13T16:30:00Z").plusSeconds(i * 7L * 86400),
              90,
              false));
      evidence.add(
          new Certificate.Evidence("s" + i, modes[i % 3], modes[i % 3] == Mode.VENUE ? null : 85));
    }
    Plan plan =
        new Plan(
            1,
            new Words(
                "Transformation to an Open Public Administration in Belize (2019–2021)",
                "Transformación hacia una administración pública abierta en Belice (2019–2021)"),
            "America/Belize",
            false,
            2.0 / 3.0,
            planned,
            List.of(
                new Signatory("Marisol Herrera Núñez", "Director, Trust for Open Learning"),
                new Signatory("Thomas Waight", "Chair, Open Government Steering Committee")),
            List.of("Trust for Open Learning", "Department for Public Management"));
    Instant issued = Instant.parse("2020-02-28T04:00:00Z");
    Words rule =
        new Words(
            "Attended all "
                + sessions
                + " sessions, each for at least two thirds of its scheduled time or marked present at the venue.",
            "Asistió a las "
                + sessions
                + " sesiones, a cada una durante al menos dos tercios de su duración prevista o con su presencia anotada en la sede.");
    Certificate certificate =
        new Certificate(
            Serial.drawn(new Random(3)).value(),
            Certificate.Status.VALID,
            issued,
            rule,
            evidence,
            false,
            List.of());
    return CertificateSheet.of(plan, certificate, name, language, "https://cocreation.example");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Ana Peña, 1, EN, plain",
    "Ana María Peña Güemes, 3, ES, spanish",
    "María de los Ángeles Concepción Villanueva-Montejo de Ávila, 6, EN, long",
    "Łukasz Őrsi Ñandú, 3, EN, extended",
    "Wilhelmina Anastasia Featherstonehaugh-Cholmondeley Vásquez de Castañeda y Bermúdez, 12, ES, longest"
  })
  void fitsOnOnePageWithEveryLetterInItsPlace(
      String name, int sessions, Language language, String label) throws IOException {
    CertificateSheet sheet = sheet(name, sessions, language);
    byte[] pdf = PDF.render(sheet);
    Path file = Path.of("target", "certificates", label + ".pdf");
    Files.createDirectories(file.getParent());
    Files.write(file, pdf);

    String text = text(pdf).replaceAll("\\s+", " ");
    assertThat(text).contains(name).contains(sheet.serial()).contains(sheet.issued());
    assertThat(text).contains(sheet.programme());
    sheet.rows().forEach(row -> assertThat(text).contains(row.date()).contains(row.how()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void showsDatesInTheProgrammesZone() {
    // 04:00 UTC on the 28th is still the 27th in Belize.
    assertThat(sheet("Ana", 1, Language.EN).issued()).isEqualTo("27 February 2020");
    assertThat(sheet("Ana", 1, Language.ES).issued()).isEqualTo("27 de febrero de 2020");
  }

  @Test
  void isTaggedTitledAndHasItsFontsInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(sheet("Ana Peña", 3, Language.ES)))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
      assertThat(document.getDocumentInformation().getTitle())
          .startsWith("Certificado de finalización");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isGreaterThan(page.getMediaBox().getHeight());
      for (var font : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void theQrCodeLeadsToTheVerification() throws Exception {
    CertificateSheet sheet = sheet("Ana Peña", 3, Language.EN);
    try (PDDocument document = Loader.loadPDF(PDF.render(sheet))) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
      assertThat(QrReader.read(image))
          .isEqualTo("https://cocreation.example/verify/" + sheet.serial());
    }
  }

  @Test
  void theSameFactsGiveTheSameBytes() {
    CertificateSheet sheet = sheet("Ana Peña", 3, Language.EN);
    byte[] first = PDF.render(sheet);
    assertThat(new CertificatePdf().render(sheet)).isEqualTo(first);
  }

  @Test
  void takesLittleTimeOnceTheFontsAreRead() {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 15; i++) {
      PDF.render(sheet("Ana Peña " + i, 3, Language.EN));
    }
    long start = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < 10; i++) {
      PDF.render(sheet("Ana Peña " + i, 3, Language.EN));
    }
    // Processor time, so that a busy machine does not matter; without the optimising compiler it is
    // some 60 ms.
    assertThat((thread.getCurrentThreadCpuTime() - start) / 10_000_000).isLessThan(400);
  }

  @Test
  void marksTheInterestingCharactersOfANameAsText() throws IOException {
    assertThat(text(PDF.render(sheet("<b>Ana</b> & \"Peña\"", 1, Language.EN))))
        .contains("<b>Ana</b> & \"Peña\"");
  }
}
