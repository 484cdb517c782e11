package org.cocreation.proof.speed;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The PDF library alone: draws a page that the certificate service's template once made, with its
 * fonts and in its format, again and again. Runs with that service's program on its class path,
 * which brings library and fonts. {@code --port PORT}; {@code GET /draw?threads=4&seconds=10}
 * answers {@code {"pages":…,"seconds":…}}.
 */
public final class Paper {

  private static final Map<String, FontStyle> STYLES =
      Map.of("normal", FontStyle.NORMAL, "italic", FontStyle.ITALIC);

  private final String page;
  private final Map<String, byte[]> fonts = new LinkedHashMap<>();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final FSCacheEx<String, FSCacheValue> measures = new FSDefaultCacheStore();

  private Paper() throws IOException {
    XRLog.setLoggingEnabled(false);
    page = new String(resource("/org/cocreation/proof/speed/page.html"), StandardCharsets.UTF_8);
    for (String script : List.of("latin", "latin-ext")) {
      for (String face :
          List.of(
              "cormorant-garamond-%s-500-normal",
              "cormorant-garamond-%s-600-normal",
              "cormorant-garamond-%s-500-italic",
              "source-sans-3-%s-400-normal",
              "source-sans-3-%s-600-normal")) {
        String name = String.format(Locale.ROOT, face, script);
        fonts.put(name, resource("/fonts/" + name + ".ttf"));
      }
    }
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = Paper.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException(path + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  /** Draws when asked, until it is stopped. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].equals("--port")) {
      throw new IllegalArgumentException("expected --port PORT");
    }
    Paper paper = new Paper();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
            0);
    server.createContext("/draw", paper::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, Integer> asked = new LinkedHashMap<>();
      for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
        String[] words = pair.split("=", 2);
        asked.put(words[0], Integer.parseInt(words[1]));
      }
      byte[] answer =
          draw(asked.getOrDefault("threads", 1), asked.getOrDefault("seconds", 1))
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String draw(int threads, int seconds) {
    long start = System.nanoTime();
    long until = start + seconds * 1_000_000_000L;
    AtomicLong pages = new AtomicLong();
    AtomicReference<@Nullable String> wrong = new AtomicReference<>();
    List<Thread> drawing = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (System.nanoTime() < until) {
                    if (drawn().length > 0) {
                      pages.incrementAndGet();
                    }
                  }
                } catch (IOException | RuntimeException e) {
                  wrong.set(e.toString());
                }
              },
              "draw-" + i);
      thread.start();
      drawing.add(thread);
    }
    try {
      for (Thread thread : drawing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String trouble = wrong.get();
    return trouble == null
        ? String.format(
            Locale.ROOT,
            "{\"pages\":%d,\"seconds\":%.3f}",
            pages.get(),
            (System.nanoTime() - start) / 1e9)
        : "{\"wrong\":\"" + trouble.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}";
  }

  private byte[] drawn() throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(page, null);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(colours);
    builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, measures);
    fonts.forEach(
        (name, bytes) -> {
          String[] words = name.split("-", -1);
          String family =
              (words[0].equals("source") ? "Source" : "Cormorant")
                  + (name.contains("latin-ext") ? " Extended" : "");
          builder.useFont(
              () -> new ByteArrayInputStream(bytes),
              family,
              Integer.parseInt(words[words.length - 2]),
              STYLES.get(words[words.length - 1]),
              true);
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }
}
