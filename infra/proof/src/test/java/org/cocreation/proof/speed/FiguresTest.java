package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class FiguresTest {

  private final Figure figure =
      new Figure(
          "cost",
          "What a fact costs",
          "facts stored",
          "microseconds",
          true,
          false,
          List.of(
              new Figure.Line("services", List.of(1e4, 1e5, 1e6), List.of(210.0, 215.0, 230.0)),
              new Figure.Line("store", List.of(1e4, 1e5, 1e6), List.of(90.0, 95.0, 97.0))));

  @Test
  void drawsAPictureThatShowsSomething(@TempDir Path directory) throws Exception {
    Figures figures = new Figures(directory);
    figures.draw(figure);
    assertThat(figures.drawn()).hasSize(2);
    BufferedImage picture = ImageIO.read(directory.resolve("cost.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(800);
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      colours.add(picture.getRGB(x, picture.getHeight() / 2));
    }
    assertThat(colours).hasSizeGreaterThan(2);
  }

  @Test
  void drawsTheSameForPagesOfAnySize(@TempDir Path directory) throws Exception {
    new Figures(directory).draw(figure);
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    documents.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document svg = documents.newDocumentBuilder().parse(directory.resolve("cost.svg").toFile());
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("*").getLength()).isGreaterThan(20);
  }

  @Test
  void aLineNeedsAsManyYsAsXs() {
    assertThatThrownBy(() -> new Figure.Line("crooked", List.of(1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
