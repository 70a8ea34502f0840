// The parts of ECharts that we draw with, and no others.

import { BarChart, CustomChart, GraphChart, LineChart } from "echarts/charts";
import { BrushComponent, DataZoomComponent, GeoComponent, GraphicComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import * as core from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

core.use([
  LineChart, BarChart, CustomChart, GraphChart, BrushComponent, DataZoomComponent, GeoComponent, GraphicComponent,
  GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TitleComponent, SVGRenderer,
]);

export { core };
