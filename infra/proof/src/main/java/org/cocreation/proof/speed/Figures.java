package org.cocreation.proof.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws figures into a directory, each as PNG and as SVG; needs no screen. */
public final class Figures {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;

  private final Path directory;
  private final List<Path> drawn = new ArrayList<>();

  Figures(Path directory) {
    System.setProperty("java.awt.headless", "true");
    this.directory = directory;
  }

  /** Draws one. */
  public void draw(Figure figure) throws IOException {
    Files.createDirectories(directory);
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(figure.title())
            .xAxisTitle(figure.x())
            .yAxisTitle(figure.y())
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setXAxisLogarithmic(figure.xIsLogarithmic());
    chart.getStyler().setYAxisLogarithmic(figure.yIsLogarithmic());
    if (!figure.yIsLogarithmic()) {
      chart.getStyler().setYAxisMin(0.0);
    }
    for (Figure.Line line : figure.lines()) {
      chart.addSeries(line.name(), line.xs(), line.ys()).setMarker(SeriesMarkers.CIRCLE);
    }
    Path file = directory.resolve(figure.name());
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    drawn.add(directory.resolve(figure.name() + ".png"));
    drawn.add(directory.resolve(figure.name() + ".svg"));
  }

  /** The files that were drawn. */
  List<Path> drawn() {
    return List.copyOf(drawn);
  }
}
