package org.cocreation.certificate.web;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The certificate on paper: one page of A4 landscape, tagged, with its fonts inside and no
 * reference to anything outside.
 *
 * <p>Fonts are read once and their measures kept, so that a certificate takes tens of milliseconds.
 * Nothing is fetched while rendering. Safe for use by several threads.
 */
final class CertificatePdf {

  private static final String FONTS = "/fonts/";
  private static final String ROSETTE = Rosette.path(78, 29, 12, 0.62);

  private static final Pattern DATES =
      Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</xmp:)");

  private final SpringTemplateEngine templates = new SpringTemplateEngine();
  private final List<Font> fonts = new ArrayList<>();
  private final FSCacheEx<String, FSCacheValue> measures = new FSDefaultCacheStore();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private record Font(String family, int weight, FontStyle style, FSSupplier<InputStream> file) {}

  CertificatePdf() {
    XRLog.setLoggingEnabled(false);
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.XML);
    templates.setTemplateResolver(resolver);
    // Each family comes in two parts: the letters of western Europe, and the rest of the Latin
    // script.
    for (String script : List.of("latin", "latin-ext")) {
      String suffix = script.equals("latin") ? "" : " Extended";
      add(
          "Cormorant" + suffix,
          500,
          FontStyle.NORMAL,
          "cormorant-garamond-" + script + "-500-normal");
      add(
          "Cormorant" + suffix,
          600,
          FontStyle.NORMAL,
          "cormorant-garamond-" + script + "-600-normal");
      add(
          "Cormorant" + suffix,
          500,
          FontStyle.ITALIC,
          "cormorant-garamond-" + script + "-500-italic");
      add("Source" + suffix, 400, FontStyle.NORMAL, "source-sans-3-" + script + "-400-normal");
      add("Source" + suffix, 600, FontStyle.NORMAL, "source-sans-3-" + script + "-600-normal");
    }
  }

  private void add(String family, int weight, FontStyle style, String file) {
    try (InputStream in = CertificatePdf.class.getResourceAsStream(FONTS + file + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("The font " + file + " is missing");
      }
      byte[] bytes = in.readAllBytes();
      fonts.add(new Font(family, weight, style, () -> new ByteArrayInputStream(bytes)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Draws the sheet. The same sheet gives the same bytes. */
  byte[] render(CertificateSheet sheet) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html(sheet), null);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(colours);
    builder.withProducer("Co-creation Platform");
    builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, measures);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    for (Font font : fonts) {
      builder.useFont(font.file(), font.family(), font.weight(), font.style(), true);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    builder.toStream(OutputStream.nullOutputStream());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      try (PDDocument document = renderer.createPDFKeepOpen()) {
        date(document, sheet.issuedAt());
        document.save(out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /**
   * Puts the day of issue where the library puts the moment of drawing, so that the facts decide
   * every byte.
   */
  private static void date(PDDocument document, Instant issuedAt) throws IOException {
    Calendar calendar = GregorianCalendar.from(issuedAt.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(calendar);
    document.getDocumentInformation().setModificationDate(calendar);
    document.setDocumentId(issuedAt.toEpochMilli());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata != null) {
      String described = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
      String day = issuedAt.truncatedTo(ChronoUnit.SECONDS).toString();
      metadata.importXMPMetadata(
          DATES.matcher(described).replaceAll("$1" + day + "$2").getBytes(StandardCharsets.UTF_8));
    }
  }

  private String html(CertificateSheet sheet) {
    Context context =
        new Context(
            Locale.forLanguageTag(sheet.language().code()),
            Map.of("sheet", sheet, "qr", QrCode.of(sheet.verification()), "rosette", ROSETTE));
    return templates.process("certificate", context);
  }
}
